package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Cutout (DeVries and Taylor, 2017): a square of an image is set to 0, in all channels. Its centre is any pixel, each equally
 * likely, and what of it lies outside the image is cut off.
 *
 * <p>It stands on an {@link Input} field, or on a class with {@link Network#input()}, and acts in training only. The draws depend
 * on the model's seed, the input's name and the step alone, one for each row.
 */
@Documented
@Regularises(noisy = true)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.TYPE})
public @interface Cutout {
    /** Side of the square, in pixels; not larger than height and width. */
    @Range("[1, inf)")
    int size();
}
