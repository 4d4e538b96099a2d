package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Layer normalisation (Ba, Kiros and Hinton, 2016) over the last axis, each row, step or pixel by itself:
 * y = scale * (x - mean) / sqrt(variance + epsilon) + shift, mean and biased variance being those of the features. Training
 * and inference are the same. Parameters: {@code name/scale} (starts at 1) and {@code name/shift} (0), [features].
 *
 * <p>A layer in whose field it stands has no bias unless {@code useBias} says so. From PyTorch and PaddlePaddle:
 * {@code LayerNorm(features)} with its default epsilon. Keras's default epsilon is 1e-3.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface LayerNorm {
    /** Added to the variance under the root. */
    @Range("(0, inf)")
    double epsilon() default 1e-5;
}
