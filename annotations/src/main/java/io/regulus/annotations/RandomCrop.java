package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Shifts images at random: an image [height, width, channels] gets a border of zeros on each side and a window of its own size is
 * cut out of that, each of the (2 * padding + 1)^2 places equally likely (He et al., 2016). PyTorch's
 * {@code RandomCrop(size, padding)} for images of that size.
 *
 * <p>It stands on an {@link Input} field, or on a class with {@link Network#input()}, and acts in training only. The draws depend
 * on the model's seed, the input's name and the step alone, one for each row.
 */
@Documented
@Regularises(noisy = true)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.TYPE})
public @interface RandomCrop {
    /** Width of the border of zeros, in pixels; smaller than height and width. */
    @Range("[1, inf)")
    int padding() default 4;
}
