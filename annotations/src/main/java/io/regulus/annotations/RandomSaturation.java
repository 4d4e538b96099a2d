package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Multiplies the saturation of colour images, red, green, blue: s * f, cut to [0, 1], f uniform in [1 - factor, 1 + factor]; hue and value
 * stay. Values are 0 or more, in any unit: it runs before {@link Standardize}.
 *
 * <p>It stands on an {@link Input} field, or on a class with {@link Network#input()}, and acts in training only. The draws depend
 * on the model's seed, the input's name and the step alone, one for each row.
 */
@Documented
@Regularises(noisy = true)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.TYPE})
public @interface RandomSaturation {
    /** Largest change of f; 0 switches it off. */
    @Range("[0, 1]")
    @Neutral(0)
    double factor();
}
