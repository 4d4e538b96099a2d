package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * MixUp (Zhang et al., 2018): each row is mixed with another one of its batch, share * x + (1 - share) * x', and so is its target.
 * The share is drawn from Beta(alpha, alpha), the partners are a random permutation of the batch. A classifier is trained towards both
 * classes by their shares, after label smoothing; a regressor towards the mixed values. The metrics of training compare with the row's own label, whose share may
 * be the smaller one: they come out lower than those of validation.
 *
 * <p>It stands on the {@link Input} field of a network with one input, or on a class with {@link Network#input()}, and acts in
 * training only. The draws depend on the model's seed, the input's name and the step alone.
 */
@Documented
@Regularises(noisy = true)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.TYPE})
public @interface MixUp {
    /** Both parameters of the Beta distribution; 1 makes every share equally likely, 0 switches it off. */
    @Range("[0, inf)")
    @Neutral(0)
    double alpha() default 0.2;

    /** Whether the batch has one share, as in the paper, or each row its own. */
    MixPer per() default MixPer.BATCH;
}
