package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Task: one or several real numbers per row. On the class it is the task of the one output, on fields each is the task of that
 * output.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface Regressor {
    /** Number of values per row; the last layer must have as many outputs. */
    @Range("[1, inf)")
    int outputs() default 1;

    /** The data loss. */
    RegressionLoss loss() default RegressionLoss.MSE;

    /** Where {@link RegressionLoss#HUBER} turns from square to linear; refused with any other loss. */
    @Range("(0, inf)")
    double delta() default 1.0;

    /**
     * What the loss of this output counts in the sum over the outputs of a network that has several; refused where there is
     * one.
     */
    @Range("[0, inf)")
    double lossWeight() default 1.0;
}
