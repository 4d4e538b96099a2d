package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * LAMB (You et al., 2020), for large batches: Adam's step, scaled for each parameter to the size of the parameter. m = beta1 * m + (1 -
 * beta1) * g; v = beta2 * v + (1 - beta2) * g^2; r = m / (1 - beta1^t) / (sqrt(v / (1 - beta2^t)) + epsilon) + weightDecay * w;
 * w -= learningRate * norm(w) / norm(r) * r, the quotient being 1 where one of the two norms is 0. The decay is part of what is scaled, as in
 * the paper; Keras takes it off before. The norms are those of the whole parameter; of an {@link Embedding}'s table those of the
 * rows that the batch reads.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Lamb {
    /** Length of a step, as a share of the parameter's norm; kept in a variable, so it can change while training. */
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

    /** Decay within the step: weightDecay * w is added to Adam's direction before it is scaled. */
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
