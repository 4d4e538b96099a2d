package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Penalty value * sum(|w|) in the loss, as Keras's {@code L1}. On the class it is the default of every layer that has no
 * penalty of its own; on a field it replaces that default.
 */
@Documented
@Regularises
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface L1 {
    /** Coefficient of the sum of absolute values. */
    @Range("[0, inf)")
    @Neutral(0)
    double value();

    /** Which parameters are penalised. */
    On on() default On.KERNEL;

    /**
     * Soft thresholding after the step instead of a subgradient in it: w = sign(w) * max(|w| - learningRate * value, 0)
     * (Parikh and Boyd, Proximal Algorithms, 2014), which makes weights exactly zero. The penalty is still reported.
     */
    boolean proximal() default false;
}
