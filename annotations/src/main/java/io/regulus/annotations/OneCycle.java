package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One cycle of the learning rate (Smith and Topin, 2018): up along half a cosine from learningRate / startDivisor to
 * learningRate, the peak, in the first share of all steps of the fit, and down along another to learningRate /
 * (startDivisor * endDivisor). PyTorch's {@code OneCycleLR(max_lr = learningRate, pct_start = warmup, div_factor =
 * startDivisor, final_div_factor = endDivisor, cycle_momentum = False)}, stepped after every batch: the peak is in step
 * warmup * steps - 1, the end in the last.
 *
 * <p>The rate is that of the optimizer times a factor of the step; nothing is rebuilt, and a fit that goes on at {@code
 * Fit.initialEpoch} goes on where the schedule stood. Single steps by {@code trainOnBatch} belong to no epoch and take
 * the rate as it is.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface OneCycle {
    /** Share of the steps in which the rate rises. */
    @Range("(0, 1)")
    double warmup() default 0.3;

    /** The peak divided by the rate at the start. */
    @Range("[1, inf)")
    double startDivisor() default 25;

    /** The rate at the start divided by the one at the end. */
    @Range("[1, inf)")
    double endDivisor() default 10000;
}
