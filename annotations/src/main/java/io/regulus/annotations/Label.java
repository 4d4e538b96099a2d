package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a network is to learn of a row of {@link Features}. For a {@link Regressor} it is a number, several of them where there are
 * several outputs, in their order. For a {@link Classifier} it is an {@code int} from 0, an enum with a constant for each class, or a
 * {@code String}, whose classes are learned from the rows of the first {@code fit} and sorted; for a {@link BinaryClassifier} a {@code
 * boolean}, an {@code int} that is 0 or 1, or an enum or {@code String} of two, the second being yes.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.RECORD_COMPONENT)
public @interface Label {
    /**
     * Whether a number is learned as (x - mean) / deviation of the training rows, and predictions are turned back into its unit.
     * Losses and errors that are reported are then in deviations. Of no use for classes.
     */
    boolean standardize() default false;
}
