package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lowers the learning rate at certain epochs: rate = learningRate * factor^k, with k the number of decays so far, one
 * after every {@link #every} epochs or one after each of the epochs in {@link #at}. PyTorch's {@code StepLR(step_size =
 * every, gamma = factor)} and {@code MultiStepLR(milestones = at)}, PaddlePaddle's {@code StepDecay} and {@code
 * MultiStepDecay}, stepped once per epoch.
 *
 * <p>The rate is that of the optimizer times a factor of the step; nothing is rebuilt, and a fit that goes on at {@code
 * Fit.initialEpoch} goes on where the schedule stood. Single steps by {@code trainOnBatch} belong to no epoch and take
 * the rate as it is.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface StepDecay {
    /** Epochs from one decay to the next; 0 where {@code at} says when. */
    @Range("[0, inf)")
    int every() default 0;

    /** Epochs after which the rate decays, ascending; empty where {@code every} says when. */
    @Range("[1, inf)")
    int[] at() default {};

    /** What the rate is multiplied by in a decay. */
    @Range("(0, 1)")
    double factor() default 0.1;
}
