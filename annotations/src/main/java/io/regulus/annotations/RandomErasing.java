package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Random erasing (Zhong et al., Random Erasing Data Augmentation, 2020): with probability p a rectangle of an image is set to
 * {@code fill}, in all channels. Its area is uniform between two shares of the image's, the logarithm of height / width uniform between those of
 * 1 / aspect and aspect; sides are rounded to pixels and cut to those of the image, and every place inside the image is equally likely.
 *
 * <p>It stands on an {@link Input} field, or on a class with {@link Network#input()}, and acts in training only. The draws depend
 * on the model's seed, the input's name and the step alone, one for each row.
 */
@Documented
@Regularises(noisy = true)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.TYPE})
public @interface RandomErasing {
    /** Probability of erasing. */
    @Range("[0, 1]")
    @Neutral(0)
    double p() default 0.5;

    /** Smallest area, as a share of the image's. */
    @Range("(0, 1]")
    double minArea() default 0.02;

    /** Largest area, as a share of the image's. */
    @Range("(0, 1]")
    double maxArea() default 0.33;

    /** Largest ratio of the longer side to the shorter. */
    @Range("[1, inf)")
    double aspect() default 3.3;

    /** What is put there; 0 is the mean of a channel behind {@link Standardize}. */
    @Range("(-inf, inf)")
    double fill() default 0;
}
