package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, 2019): first w -= learningRate * weightDecay * w for the
 * decayed parameters, then Adam's step: m = beta1 * m + (1 - beta1) * g; v = beta2 * v + (1 - beta2) * g^2;
 * w -= learningRate * sqrt(1 - beta2^t) / (1 - beta1^t) * m / (sqrt(v) + epsilon), epsilon outside the bias correction as in
 * TensorFlow and Keras: equal to PyTorch's step with epsilon / sqrt(1 - beta2^t).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface AdamW {
    /** Step size; kept in a variable, so it can change while training. */
    @Range("(0, inf)")
    double learningRate() default 0.001;

    /** Decay of the mean of gradients. */
    @Range("[0, 1)")
    double beta1() default 0.9;

    /** Decay of the mean of squared gradients. */
    @Range("[0, 1)")
    double beta2() default 0.999;

    /** Added to the root, outside the bias correction. */
    @Range("(0, inf)")
    double epsilon() default 1e-7;

    /** AMSGrad (Reddi et al., 2018): the root is of the largest v so far, which does not shrink when gradients do. */
    boolean amsgrad() default false;

    /** Decoupled decay: w -= learningRate * weightDecay * w before the update (Loshchilov and Hutter, 2019). */
    @Range("[0, inf)")
    @Neutral(0)
    @Regularises
    double weightDecay() default 0.004;

    /** Which parameters decay, unless {@link ExcludeFromDecay} or {@link #excludeFromDecay()} takes them out. */
    On decayOn() default On.KERNEL;

    /**
     * Names of parameters that do not decay, such as {@code "head/kernel"}; {@code *} stands for any characters. A pattern
     * that fits no parameter is an error.
     */
    String[] excludeFromDecay() default {};
}
