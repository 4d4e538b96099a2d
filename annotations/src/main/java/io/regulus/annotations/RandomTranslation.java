package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Shifts images by a distance that is uniform in [-height, height] of the image's height and [-width, width] of its width; values between
 * pixels are interpolated linearly, what comes from outside is {@code fill}. Keras's {@code RandomTranslation(height_factor, width_factor,
 * fill_mode="constant")}.
 *
 * <p>It stands on an {@link Input} field, or on a class with {@link Network#input()}, and acts in training only. The draws depend
 * on the model's seed, the input's name and the step alone, one for each row.
 */
@Documented
@Regularises(noisy = true)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.TYPE})
public @interface RandomTranslation {
    /** Largest distance up or down, as a share of the image's height; 0 for none. */
    @Range("[0, 1]")
    @Neutral(0)
    double height();

    /** Largest distance to the left or right, as a share of the image's width; 0 for none. */
    @Range("[0, 1]")
    @Neutral(0)
    double width();

    /** Value outside the image. */
    @Range("(-inf, inf)")
    double fill() default 0;
}
