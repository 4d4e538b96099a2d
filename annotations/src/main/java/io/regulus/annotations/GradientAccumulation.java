package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One update from several batches: their gradients are added up, each times the number of its rows, and divided by all rows. That is the
 * gradient of one batch as large as all of them, in the memory of one; only batch norms tell the two apart, whose statistics are those of each
 * batch. Penalties on weights are added once, clipping acts on what is to update the weights.
 *
 * <p>A step is an update: learning-rate schedules, callbacks, checkpoints and the moving average of weights count these. Batches that are left at the
 * end of an epoch make a smaller step. {@code trainOnBatch} is a step of its batch alone. In Keras it is {@code gradient_accumulation_steps} of
 * an optimizer, in PyTorch a loop around {@code backward()}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface GradientAccumulation {
    /** Batches of a step; 1 for an update from each. */
    @Range("[1, inf)")
    int batches();
}
