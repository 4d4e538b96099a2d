package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lowers the learning rate along half a cosine and starts again, each time for longer: SGDR (Loshchilov and Hutter, 2017), Keras's
 * {@code CosineDecayRestarts}. Run i, counted from 0, takes n = firstEpochs * tMul^i epochs; with e the epochs done in it, in fractions that
 * grow with every step: factor = alpha + (1 - alpha) * mMul^i * (1 + cos(pi * e / n)) / 2. With mMul = 1 it is PyTorch's
 * {@code CosineAnnealingWarmRestarts(T_0, T_mult, eta_min = alpha * lr)}, stepped after every batch.
 *
 * <p>The rate is that of the optimizer times a factor of the step; nothing is rebuilt, and a fit that goes on at {@code
 * Fit.initialEpoch} goes on where the schedule stood. Single steps by {@code trainOnBatch} belong to no epoch and take
 * the rate as it is.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface CosineRestarts {
    /** Epochs of the first run. */
    @Range("(0, inf)")
    double firstEpochs();

    /** What the length of a run is multiplied by for the next. */
    @Range("[1, inf)")
    double tMul() default 2;

    /** What the height of a run is multiplied by for the next. */
    @Range("(0, inf)")
    double mMul() default 1;

    /** Share of the rate that is left at the end of each run. */
    @Range("[0, 1]")
    double alpha() default 0;
}
