package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Trivial augment (Mueller and Hutter, TrivialAugment: Tuning-Free Yet State-of-the-Art Data Augmentation, 2021): for each image one
 * of 13 operations, all equally likely, with one of 31 strengths m = 0, 1/30, ..., 1, and a sign s of -1 or 1 where there are two
 * directions. The operations and their ranges are those of the paper's wide space without equalize:
 *
 * <ul>
 *   <li>nothing;
 *   <li>rotation by s * m * 135 degrees about the centre; shear by s * m * 0.99 per pixel, across or down, from the upper left corner; shift by
 *       s * m * 32 pixels, across or down: interpolated linearly, 0 outside the image;
 *   <li>brightness, colour, contrast, sharpness: b + (1 + s * m * 0.99) * (x - b), cut to [0, maximum], with b zero, the image in grey, the
 *       mean of that, the image smoothed;
 *   <li>posterize: the upper 8 - round(6 * m) of 8 bits; solarize: maximum - x where x is at least (1 - m) * maximum; automatic contrast:
 *       each channel stretched to [0, maximum].
 * </ul>
 *
 * <p>It runs before {@link Standardize} and everything else that happens to the input.
 *
 * <p>It stands on an {@link Input} field, or on a class with {@link Network#input()}, and acts in training only. The draws depend
 * on the model's seed, the input's name and the step alone, one for each row.
 */
@Documented
@Regularises(noisy = true)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.TYPE})
public @interface TrivialAugment {
    /** The largest value that a pixel can have, in the unit of the input after its scale; the smallest is 0. */
    @Range("(0, inf)")
    double maximum() default 1;
}
