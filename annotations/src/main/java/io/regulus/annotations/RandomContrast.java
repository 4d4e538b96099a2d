package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stretches or flattens the values of an image about the mean of each channel: (x - mean) * f + mean with f uniform in
 * [1 - factor, 1 + factor]. Nothing is cut off. Keras's {@code RandomContrast}, which cuts to the value range.
 *
 * <p>It stands on an {@link Input} field, or on a class with {@link Network#input()}, and acts in training only. The draws depend
 * on the model's seed, the input's name and the step alone, one for each row.
 */
@Documented
@Regularises(noisy = true)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.TYPE})
public @interface RandomContrast {
    /** Largest change of the factor; 0 switches it off. */
    @Range("[0, 1]")
    @Neutral(0)
    double factor();
}
