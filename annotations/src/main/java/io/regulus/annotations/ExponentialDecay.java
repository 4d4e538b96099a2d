package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lowers the learning rate steadily: rate = learningRate * factor^(e / epochs), with e the epochs done so far, in
 * fractions of an epoch that grow with every step. Keras's {@code ExponentialDecay(decay_rate = factor)} with
 * decay_steps = epochs * steps per epoch; PyTorch's {@code ExponentialLR(gamma = factor)}, stepped once per epoch, is
 * {@code staircase = true}.
 *
 * <p>The rate is that of the optimizer times a factor of the step; nothing is rebuilt, and a fit that goes on at {@code
 * Fit.initialEpoch} goes on where the schedule stood. Single steps by {@code trainOnBatch} belong to no epoch and take
 * the rate as it is.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ExponentialDecay {
    /** What the rate is multiplied by within {@code epochs}. */
    @Range("(0, 1)")
    double factor() default 0.95;

    /** Epochs in which the rate falls by the factor. */
    @Range("(0, inf)")
    double epochs() default 1;

    /** Whether the rate falls at once at the end of every {@code epochs} instead of steadily. */
    boolean staircase() default false;
}
