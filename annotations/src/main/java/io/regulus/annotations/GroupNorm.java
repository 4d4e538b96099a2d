package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Group normalisation (Wu and He, 2018): the channels are cut into groups of neighbours, and each group of each row is
 * normalised over its channels and all places: y = scale * (x - mean) / sqrt(variance + epsilon) + shift, with the biased
 * variance. Training and inference are the same, at any size of the batch. One group is layer normalisation over the whole row,
 * a group per channel is instance normalisation. Parameters: {@code name/scale} (starts at 1) and {@code name/shift} (0),
 * [channels].
 *
 * <p>From PyTorch and PaddlePaddle: {@code GroupNorm(groups, channels)}, with {@code epsilon = 1e-5}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface GroupNorm {
    /** Number of groups; it divides the channels. */
    @Range("[1, inf)")
    int groups();

    /** Added to the variance under the root; Keras's default. */
    @Range("(0, inf)")
    double epsilon() default 1e-3;
}
