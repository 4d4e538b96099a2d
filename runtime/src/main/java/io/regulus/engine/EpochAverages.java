package io.regulus.engine;

import java.util.OptionalDouble;

/**
 * Means of the weights at the ends of epochs, which inference reads in their place (SWA).
 *
 * @param startEpoch epochs before the averaging begins, at least 0
 * @param everyEpochs epochs from one average to the next, at least 1
 */
public record EpochAverages(int startEpoch, int everyEpochs) {
    /**
     * What the weights at the end of an epoch count against the mean of those before: 1 forgets what was there before.
     *
     * @param epoch its number, from 1
     * @return empty where the mean stays as it is
     */
    public OptionalDouble share(int epoch) {
        int since = epoch - startEpoch;
        if (since < everyEpochs) {
            // nothing is averaged yet: inference follows the weights
            return OptionalDouble.of(1);
        }
        return since % everyEpochs == 0 ? OptionalDouble.of((double) everyEpochs / since) : OptionalDouble.empty();
    }
}
