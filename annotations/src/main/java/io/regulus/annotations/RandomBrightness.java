package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adds a number to all values of an image: x + d with d uniform in [-delta, delta]. The unit is that of the input as the network sees
 * it: after {@link Input#scale()}, and after {@link Standardize}. Nothing is cut off. Keras's {@code RandomBrightness}, whose
 * factor is a share of the value range and which cuts to that range.
 *
 * <p>It stands on an {@link Input} field, or on a class with {@link Network#input()}, and acts in training only. The draws depend
 * on the model's seed, the input's name and the step alone, one for each row.
 */
@Documented
@Regularises(noisy = true)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.TYPE})
public @interface RandomBrightness {
    /** Largest change; 0 switches it off. */
    @Range("[0, inf)")
    @Neutral(0)
    double delta();
}
