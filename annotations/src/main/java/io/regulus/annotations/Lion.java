package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lion (Chen et al., 2023): c = beta1 * m + (1 - beta1) * g; w -= learningRate * sign(c); m = beta2 * m + (1 - beta2) * g. Every
 * value moves by the rate itself, so that the rate is 3 to 10 times smaller than that of {@link AdamW}, and the decay as many times
 * larger. Decoupled decay comes before, as in {@link AdamW}: w -= learningRate * weightDecay * w.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Lion {
    /** How far each value moves; kept in a variable, so it can change while training. */
    @Range("(0, inf)")
    double learningRate() default 0.001;

    /** Weight of the mean against the gradient of the step, in the direction of the step. */
    @Range("[0, 1)")
    double beta1() default 0.9;

    /** Decay of the mean of gradients. */
    @Range("[0, 1)")
    double beta2() default 0.99;

    /** Decoupled decay: w -= learningRate * weightDecay * w before the update (Loshchilov and Hutter, 2019). */
    @Range("[0, inf)")
    @Neutral(0)
    @Regularises
    double weightDecay() default 0.0;

    /** Which parameters decay, unless {@link ExcludeFromDecay} or {@link #excludeFromDecay()} takes them out. */
    On decayOn() default On.KERNEL;

    /**
     * Names of parameters that do not decay, such as {@code "head/kernel"}; {@code *} stands for any characters. A pattern
     * that fits no parameter is an error.
     */
    String[] excludeFromDecay() default {};
}
