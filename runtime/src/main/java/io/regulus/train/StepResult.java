package io.regulus.train;

/**
 * What one step of a fit came to, at the weights before the step. The penalty is none of it: it would cost every step a pass
 * over all weights, and an epoch reports it at its end.
 *
 * @param step number of the step over the life of the model, counted from 1
 * @param loss data loss of the batch
 */
public record StepResult(long step, double loss) {}
