package io.regulus.train;

import java.util.Set;

/** A fit under way, as its callbacks see it. */
public interface TrainingRun {
    /** Number of epochs asked for. */
    int epochs();

    /**
     * Steps of a full epoch, the last, partial batch counted; 0 as long as it is not known, as in the first epoch of a stream that does
     * not know the number of its rows.
     */
    int stepsPerEpoch();

    /** The learning rate as it was set; under a schedule a step takes this rate times the schedule's factor. */
    double learningRate();

    /**
     * Sets the learning rate from the next step on; nothing is rebuilt. Under a schedule it is the rate that the schedule's
     * factors are of.
     *
     * @throws IllegalArgumentException if it is not a positive number that a float can hold
     */
    void learningRate(double rate);

    /** The learning rate of the step that was taken last: the schedule's, where there is one. */
    double stepLearningRate();

    /**
     * The names of what is reported of an epoch and can be watched: {@code loss}, the data loss, and the metrics, those of the
     * validation data with {@code val_} before them.
     */
    Set<String> monitored();

    /** Whether the fit ends because something failed: what is thrown then says what the weights are. */
    boolean failed();

    /** The weights and moving statistics as they are. */
    Snapshot snapshot();

    /** Gives the weights and moving statistics back the values they had. */
    void restore(Snapshot snapshot);

    /**
     * Takes no further step. An epoch under way ends with the step it is in and is validated and reported as any other; one
     * without a step, as when this is called from {@link Callback#onEpochStart}, is not reported.
     */
    void stop();
}
