package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Batch normalisation (Ioffe and Szegedy, 2015), over every axis but the last:
 * y = scale * (x - mean) / sqrt(variance + epsilon) + shift. In training mean and (biased) variance are those of the
 * batch, and the moving statistics follow them: moving = momentum * moving + (1 - momentum) * batch; in inference the moving
 * statistics are used. Parameters: {@code name/scale} (starts at 1), {@code name/shift} (0), and the statistics
 * {@code name/mean} (0) and {@code name/variance} (1), which are not trained.
 *
 * <p>From PyTorch: momentum = 1 - PyTorch's momentum (0.9 for its default), epsilon 1e-5, and
 * {@code statistics = UNBIASED}. From PaddlePaddle: its momentum has the meaning of this one (default 0.9), epsilon 1e-5.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface BatchNorm {
    /** Weight of the old statistic in each step. */
    @Range("[0, 1)")
    double momentum() default 0.99;

    /** Added to the variance under the root. */
    @Range("(0, inf)")
    double epsilon() default 1e-3;

    /** Which variance goes into the moving statistic; the normalisation itself always uses the biased one. */
    Statistics statistics() default Statistics.BIASED;
}
