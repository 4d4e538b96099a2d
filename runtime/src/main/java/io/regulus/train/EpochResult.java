package io.regulus.train;

import java.util.Optional;

/**
 * What one epoch of training came to.
 *
 * @param epoch its number, counted from 1 over the life of the fit
 * @param training means over the rows of the epoch as they were trained, dropout on; the penalty is that of the weights
 *     at the end of the epoch
 * @param validation the validation set after the epoch, where there is one
 * @param learningRate the rate of the last step
 * @param steps steps of this epoch
 * @param seconds wall time of the epoch, validation included
 */
public record EpochResult(
        int epoch,
        Evaluation training,
        Optional<Evaluation> validation,
        double learningRate,
        int steps,
        double seconds) {}
