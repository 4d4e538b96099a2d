package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adagrad (Duchi et al., 2011), Keras's formula: s = s + g^2, where s starts at initialAccumulator; w -= learningRate * g / sqrt(s +
 * epsilon). Values that seldom have a gradient keep a large step. Epsilon stands inside the root; PyTorch has it outside.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Adagrad {
    /** Step size; kept in a variable, so it can change while training. */
    @Range("(0, inf)")
    double learningRate() default 0.001;

    /** What the sum of squared gradients starts at. */
    @Range("[0, inf)")
    double initialAccumulator() default 0.1;

    /** Added to the sum of squares under the root. */
    @Range("(0, inf)")
    double epsilon() default 1e-7;
}
