package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Instance normalisation (Ulyanov, Vedaldi and Lempitsky, 2016): each channel of each row is normalised over all steps of a
 * sequence or places of an image: y = scale * (x - mean) / sqrt(variance + epsilon) + shift, with the biased variance. It is
 * {@link GroupNorm} with a group per channel. Training and inference are the same, at any size of the batch. What a channel has
 * on the whole, such as contrast, is taken away. Parameters: {@code name/scale} (starts at 1) and {@code name/shift} (0),
 * [channels]. Rows without places, and images and sequences of a single one, are refused: nothing but the shift would be left.
 *
 * <p>From Keras: {@code GroupNormalization(groups=-1)}. From PyTorch: {@code InstanceNorm1d} or {@code InstanceNorm2d} with
 * {@code affine=True}, and from PaddlePaddle the same, with {@code epsilon = 1e-5}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface InstanceNorm {
    /** Added to the variance under the root; Keras's default. */
    @Range("(0, inf)")
    double epsilon() default 1e-3;
}
