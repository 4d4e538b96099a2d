package io.regulus.engine;

import java.util.Optional;

/**
 * Means of the weights at the ends of epochs, which inference reads in their place (SWA).
 *
 * @param startEpoch epochs before the averaging begins, at least 0
 * @param everyEpochs epochs from one average to the next, at least 1
 */
public record EpochAverages(int startEpoch, int everyEpochs) {
    /**
     * How the averages change.
     *
     * @param share what the weights count against the average of before: 1 forgets it
     * @param averaged how many epochs the average then is of; 0 where it follows the weights
     */
    record Change(double share, long averaged) {}

    /**
     * The change at the end of an epoch.
     *
     * @param epoch its number, from 1
     * @param averaged how many epochs the average is of so far
     * @return empty where it stays as it is
     */
    Optional<Change> after(int epoch, long averaged) {
        int since = epoch - startEpoch;
        if (since < everyEpochs) {
            return following(0);
        }
        return since % everyEpochs == 0
                ? Optional.of(new Change(1.0 / (averaged + 1), averaged + 1))
                : following(averaged);
    }

    /** The change after steps that are no whole epoch: as long as nothing is averaged inference follows the weights. */
    static Optional<Change> following(long averaged) {
        return averaged == 0 ? Optional.of(new Change(1, 0)) : Optional.empty();
    }
}
