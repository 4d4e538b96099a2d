package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Turns the hue of colour images, red, green, blue: h + d in parts of a whole turn of the colour wheel, d uniform in [-delta, delta];
 * saturation and value stay. Values are 0 or more, in any unit: it runs before {@link Standardize}.
 *
 * <p>It stands on an {@link Input} field, or on a class with {@link Network#input()}, and acts in training only. The draws depend
 * on the model's seed, the input's name and the step alone, one for each row.
 */
@Documented
@Regularises(noisy = true)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.TYPE})
public @interface RandomHue {
    /** Largest change, in parts of a whole turn; 0 switches it off. */
    @Range("[0, 0.5]")
    @Neutral(0)
    double delta();
}
