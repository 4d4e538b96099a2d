package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Root mean square normalisation (Zhang and Sennrich, 2019) over the last axis, each row, step or pixel by itself:
 * y = scale * x / sqrt(mean(x^2) + epsilon). No mean is taken away and there is no shift, so a layer in whose field it stands
 * keeps its bias. Training and inference are the same. Parameter: {@code name/scale} (starts at 1), [features].
 *
 * <p>From PyTorch: {@code RMSNorm(features)}, whose default epsilon is the spacing of float32 at 1, 1.2e-7.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface RmsNorm {
    /** Added to the mean square under the root; Keras's default. */
    @Range("(0, inf)")
    double epsilon() default 1e-6;
}
