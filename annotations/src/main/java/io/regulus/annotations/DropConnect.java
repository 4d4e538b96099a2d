package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Dropout of weights (Wan et al., 2013): in a step of training a layer computes with w * keep / (1 - p), keep drawn for each weight of the kernel of a
 * {@link Dense} or of a convolution, both kernels of a {@link SeparableConv2D}; never the bias. There is one draw for the whole batch, a function of the model's
 * seed, the kernel's name and the step alone, and it holds in every use of the kernel. In inference the layer computes with w itself; the paper draws
 * its inputs from a normal distribution there.
 *
 * <p>Penalties, decay and constraints fall on w as it is kept. Under {@link WeightNorm} what is dropped are the weights that it has normed.
 *
 * <p>Keras, PyTorch and PaddlePaddle have none; in PyTorch {@code dropout(weight, p)} before the product.
 */
@Documented
@Regularises(noisy = true)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface DropConnect {
    /** Probability of dropping a weight. */
    @Range("[0, 1)")
    @Neutral(0)
    double p();
}
