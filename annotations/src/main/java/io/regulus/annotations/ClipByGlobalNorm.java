package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Scales all gradients of a step down together where their norm, taken over all of them as over one vector, is above a limit:
 * g = g * limit / max(norm, limit) (Pascanu et al., 2013). The direction of the step stays. The gradients include those of the
 * penalties in the loss; decoupled decay is not clipped. Keras calls it {@code global_clipnorm}, PyTorch
 * {@code clip_grad_norm_}, PaddlePaddle {@code ClipGradByGlobalNorm}.
 */
@Documented
@Regularises
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ClipByGlobalNorm {
    /** The limit; 1 to 5 is usual. */
    @Range("(0, inf)")
    @Neutral(1e30)
    double value();
}
