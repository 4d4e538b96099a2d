package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * RMSprop (Hinton, 2012), Keras's formula: v = rho * v + (1 - rho) * g^2; step = learningRate * g / sqrt(v + epsilon), with
 * the mean gradient's square taken from v where centered; m = momentum * m + step; w -= m. Epsilon stands inside the
 * root; PyTorch has it outside.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface RmsProp {
    /** Step size; kept in a variable, so it can change while training. */
    @Range("(0, inf)")
    double learningRate() default 0.001;

    /** Decay of the mean of squared gradients. */
    @Range("[0, 1)")
    double rho() default 0.9;

    /** Weight of the old step; 0 for none. */
    @Range("[0, 1)")
    double momentum() default 0.0;

    /** Added to the mean of squares under the root. */
    @Range("(0, inf)")
    double epsilon() default 1e-7;

    /** Whether squares are taken around the mean gradient: v - mean(g)^2. */
    boolean centered() default false;
}
