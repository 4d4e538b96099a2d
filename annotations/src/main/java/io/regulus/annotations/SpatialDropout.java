package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Dropout of whole channels (Tompson et al., 2015): in training each channel of an image, or each feature of a sequence, is dropped
 * in all its places at once with probability p, and kept ones are scaled by 1 / (1 - p); in inference nothing happens. One draw
 * per row and channel, a function of the model's seed, the field's name and the step alone.
 *
 * <p>Keras: {@code SpatialDropout1D} and {@code SpatialDropout2D}. From PyTorch and PaddlePaddle: {@code Dropout1d} (over
 * [rows, channels, steps]) and {@code Dropout2d}, the same p.
 */
@Documented
@Regularises(noisy = true)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface SpatialDropout {
    /** Probability of dropping a channel. */
    @Range("[0, 1)")
    @Neutral(0)
    double p();
}
