package io.regulus.train;

/**
 * What one step of a fit came to, at the weights before the step. The penalty is none of it: it would cost every step a pass
 * over all weights, and an epoch reports it at its end.
 *
 * @param step number of the step over the life of the model, counted from 1
 * @param loss data loss of the batch, or the mean over the rows of all batches of the step
 * @param gradientNorm of all gradients as of one vector, before any clipping and without the L2 terms that native kernels add in the
 *     update; NaN unless a callback {@linkplain Callback#watchesGradients watches} it
 */
public record StepResult(long step, double loss, double gradientNorm) {
    /** Whose gradients nobody watches. */
    public StepResult(long step, double loss) {
        this(step, loss, Double.NaN);
    }
}
