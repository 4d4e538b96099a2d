package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps the norm of the weights of each unit at 1: after every update w = w / (1e-7 + norm) for the weights w into one output,
 * norm = sqrt(sum(w^2)) (Keras's {@code UnitNorm}). A kernel's norms are taken over all axes but the last, which is one norm per
 * unit of a dense layer and per filter of a convolution; of a vector, such as a bias, over all of it. On the class it is the
 * default of every layer that has no constraint of its own; on a field it replaces that default. The weights that training starts
 * with are not touched: the first step brings them to norm 1.
 */
@Documented
@Regularises
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface UnitNorm {
    /** Which parameters are kept at norm 1. */
    On on() default On.KERNEL;
}
