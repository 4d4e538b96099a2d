package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Penalty l1 * sum(|w|) + l2 * sum(w^2) in the loss (Zou and Hastie, 2005, in Keras's {@code L1L2} form). On the class it is
 * the default of every layer that has no penalty of its own; on a field it replaces that default.
 */
@Documented
@Regularises
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface ElasticNet {
    /** Coefficient of the sum of absolute values. */
    @Range("[0, inf)")
    @Neutral(0)
    double l1();

    /** Coefficient of the sum of squares. */
    @Range("[0, inf)")
    @Neutral(0)
    double l2();

    /** Which parameters are penalised. */
    On on() default On.KERNEL;
}
