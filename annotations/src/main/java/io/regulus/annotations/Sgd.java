package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stochastic gradient descent, Keras's formula: v = momentum * v - learningRate * g; w += v, with Nesterov
 * w += momentum * v - learningRate * g. Without momentum w -= learningRate * g. At a constant learning rate PyTorch's
 * {@code SGD} walks the same way.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Sgd {
    /** Step size; kept in a variable, so it can change while training. */
    @Range("(0, inf)")
    double learningRate() default 0.01;

    /** Weight of the old velocity; 0 for none. */
    @Range("[0, 1)")
    double momentum() default 0.0;

    /** Nesterov's look-ahead; needs a momentum. */
    boolean nesterov() default false;

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
