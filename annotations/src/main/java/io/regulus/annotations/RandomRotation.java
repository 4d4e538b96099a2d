package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Turns images about their centre by an angle that is uniform in [-degrees, degrees]; values between pixels are interpolated
 * linearly, what comes from outside is {@code fill}. Keras's {@code RandomRotation(factor, fill_mode="constant")} with factor =
 * degrees / 360.
 *
 * <p>It stands on an {@link Input} field, or on a class with {@link Network#input()}, and acts in training only. The draws depend
 * on the model's seed, the input's name and the step alone, one for each row.
 */
@Documented
@Regularises(noisy = true)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.TYPE})
public @interface RandomRotation {
    /** Largest angle, in degrees; 0 switches it off. */
    @Range("[0, 180]")
    @Neutral(0)
    double degrees();

    /** Value outside the image. */
    @Range("(-inf, inf)")
    double fill() default 0;
}
