package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Cuts every value of every gradient to [-limit, limit]. The gradients include those of the penalties in the loss; decoupled
 * decay is not clipped. Keras calls it {@code clipvalue}, PyTorch {@code clip_grad_value_}, PaddlePaddle
 * {@code ClipGradByValue}.
 */
@Documented
@Regularises
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ClipByValue {
    /** The limit for each value. */
    @Range("(0, inf)")
    @Neutral(1e30)
    double value();
}
