package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Task: one or several real numbers per row.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Regressor {
    /** Number of values per row; the last layer must have as many outputs. */
    @Range("[1, inf)")
    int outputs() default 1;

    /** The data loss. */
    RegressionLoss loss() default RegressionLoss.MSE;

    /** Where {@link RegressionLoss#HUBER} turns from square to linear; refused with any other loss. */
    @Range("(0, inf)")
    double delta() default 1.0;
}
