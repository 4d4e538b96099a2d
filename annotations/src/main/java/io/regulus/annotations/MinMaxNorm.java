package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps the norm of the weights of each unit between two numbers: after every update w = w * wanted / (1e-7 + norm), wanted =
 * rate * min(max(norm, min), max) + (1 - rate) * norm, for the weights w into one output, norm = sqrt(sum(w^2)) (Keras's
 * {@code MinMaxNorm}). A kernel's norms are taken over all axes but the last, which is one norm per unit of a dense layer and per filter of
 * a convolution; of a vector, such as a bias, over all of it. On the class it is the default of every layer that has no constraint of its
 * own; on a field it replaces that default. A unit of zeros stays one.
 */
@Documented
@Regularises
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface MinMaxNorm {
    /** The least norm; not above {@code max}. */
    @Range("[0, inf)")
    @Neutral(0)
    double min() default 0;

    /** The largest norm. */
    @Range("(0, inf)")
    @Neutral(1e30)
    double max() default 1;

    /** Which share of the way to the limits each step goes; 1 holds them in every step. */
    @Range("(0, 1]")
    double rate() default 1;

    /** Which parameters are held. */
    On on() default On.KERNEL;
}
