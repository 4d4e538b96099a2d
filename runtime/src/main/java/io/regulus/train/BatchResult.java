package io.regulus.train;

/**
 * What one step on a batch came to, at the weights before the step.
 *
 * @param step number of the step over the life of the model, counted from 1
 * @param loss data loss of the batch
 * @param penalty sum of the regularisation penalties; 0 where there are none
 */
public record BatchResult(long step, double loss, double penalty) {
    /** Data loss plus penalty. */
    public double total() {
        return loss + penalty;
    }
}
