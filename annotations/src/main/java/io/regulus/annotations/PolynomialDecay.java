package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Raises the learning rate linearly, then lowers it along a power of the share that is left, Keras's {@code PolynomialDecay}. With e the
 * epochs done so far, in fractions that grow with every step, w = warmupEpochs and n = epochs: factor = warmupFrom + (1 - warmupFrom) * e /
 * w while e &lt; w, then factor = alpha + (1 - alpha) * (1 - (e - w) / (n - w))^power, and alpha from e = n on. With power = 1 it is the
 * straight line that transformers are fine-tuned with.
 *
 * <p>The rate is that of the optimizer times a factor of the step; nothing is rebuilt, and a fit that goes on at {@code
 * Fit.initialEpoch} goes on where the schedule stood. Single steps by {@code trainOnBatch} belong to no epoch and take
 * the rate as it is.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface PolynomialDecay {
    /** Epochs from the start to the end of the decay, warm-up included; 0, the default, for all epochs of the fit. */
    @Range("[0, inf)")
    double epochs() default 0;

    /** Epochs of the linear warm-up; 0 for none. Fewer than the epochs of the decay. */
    @Range("[0, inf)")
    double warmupEpochs() default 0;

    /** Share of the rate that the warm-up starts at. */
    @Range("[0, 1]")
    double warmupFrom() default 0;

    /** Share of the rate that is left at the end. */
    @Range("[0, 1]")
    double alpha() default 0;

    /** Power of the share that is left: 1 for a straight line, more for a decay that is fast first. */
    @Range("(0, inf)")
    double power() default 1;
}
