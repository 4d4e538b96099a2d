package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Spectral normalisation (Miyato et al., 2018) of a {@link Dense}, {@link Conv1D} or {@link Conv2D}: the layer computes with w / sigma, sigma
 * being the largest singular value of w as a matrix M, [everything else, units or filters], so that no row is stretched by more than 1. It is followed by power
 * iteration: a step of training takes v = M u / ||M u||, then u = M^T v / ||M^T v||, as often as {@code powerIterations} says, and
 * sigma = v^T M u, whose gradient takes u and v for constants. Where a layer is used several times in a step it is iterated once; where a step takes several batches, with each. In inference, and under {@link Freeze},
 * u is left alone and sigma = ||M u|| / ||u||. A kernel of zeros gives 0.
 *
 * <p>Parameters: w is {@code name/kernel}, drawn like any kernel, on which penalties and decay fall; u is {@code name/u}, [units], a
 * statistic that is not trained. It starts at a random vector after 15 iterations on the drawn kernel.
 *
 * <p>From Keras: {@code SpectralNormalization}, which writes w / sigma back to the kernel after each step of training; here w keeps its length, as in the paper and
 * in PyTorch. From PyTorch: {@code spectral_norm(layer)}, the kernel being {@code weight_orig}, to be transposed like every kernel, and u
 * {@code weight_u}; it keeps v of the last step for inference. PaddlePaddle: {@code spectral_norm(layer)}.
 */
@Documented
@Regularises
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface SpectralNorm {
    /** Power iterations in each step of training. */
    @Range("[1, inf)")
    int powerIterations() default 1;
}
