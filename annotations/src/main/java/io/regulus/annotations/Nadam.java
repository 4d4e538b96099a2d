package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Nadam, Adam with Nesterov momentum (Dozat, 2016), Keras's formula: u(t) = beta1 * (1 - 0.5 * 0.96^(momentumDecay * t)), p(t) = u(1) * ..
 * * u(t); m = beta1 * m + (1 - beta1) * g; v = beta2 * v + (1 - beta2) * g^2; w -= learningRate * (u(t + 1) * m / (1 - p(t + 1)) + (1 -
 * u(t)) * g / (1 - p(t))) / (sqrt(v / (1 - beta2^t)) + epsilon). Epsilon stands after the bias correction, as in PyTorch.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Nadam {
    /** Step size; kept in a variable, so it can change while training. */
    @Range("(0, inf)")
    double learningRate() default 0.001;

    /** Decay of the mean of gradients. */
    @Range("[0, 1)")
    double beta1() default 0.9;

    /** Decay of the mean of squared gradients. */
    @Range("[0, 1)")
    double beta2() default 0.999;

    /** Added to the root, after the bias correction. */
    @Range("(0, inf)")
    double epsilon() default 1e-7;

    /** How fast the momentum of a step comes near beta1: 1, Keras's, within some hundred steps; 0.004, Dozat's and PyTorch's, in thousands. */
    @Range("[0, inf)")
    double momentumDecay() default 1.0;
}
