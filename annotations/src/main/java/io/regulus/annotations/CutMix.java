package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * CutMix (Yun et al., 2019): a box of each image is replaced by that of another one of its batch, and the target is mixed by the
 * areas. The box has the area 1 - share of the image and its proportions, with share drawn from Beta(alpha, alpha); its centre is any pixel, what lies
 * outside is cut off, and the share is then that of the pixels that stay. The batch has one box, the partners are a random
 * permutation of it. A classifier is trained towards both classes by their shares, after label smoothing; a regressor towards the mixed
 * values. The metrics of training compare with the row's own label.
 *
 * <p>It stands on the {@link Input} field of a network with one input, or on a class with {@link Network#input()}, and acts in
 * training only. The draws depend on the model's seed, the input's name and the step alone.
 */
@Documented
@Regularises(noisy = true)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.TYPE})
public @interface CutMix {
    /** Both parameters of the Beta distribution; 1 makes every share equally likely, 0 switches it off. */
    @Range("[0, inf)")
    @Neutral(0)
    double alpha() default 1;
}
