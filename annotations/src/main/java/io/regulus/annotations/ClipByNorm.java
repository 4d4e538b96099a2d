package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Scales the gradient of a parameter down where its own norm is above a limit: g = g * limit / max(norm, limit). Each parameter
 * is on its own, so the direction of the step changes. The gradients include those of the penalties in the loss; decoupled decay
 * is not clipped. Keras calls it {@code clipnorm}, PaddlePaddle {@code ClipGradByNorm}.
 */
@Documented
@Regularises
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ClipByNorm {
    /** The limit for each parameter. */
    @Range("(0, inf)")
    @Neutral(1e30)
    double value();
}
