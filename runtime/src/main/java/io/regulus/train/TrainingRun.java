package io.regulus.train;

/** A fit under way, as its callbacks see it. */
public interface TrainingRun {
    /** Number of epochs asked for. */
    int epochs();

    /** Steps of a full epoch, the last, partial batch counted. */
    int stepsPerEpoch();

    /** The current learning rate. */
    double learningRate();

    /**
     * Sets the learning rate from the next step on; nothing is rebuilt.
     *
     * @throws IllegalArgumentException if it is not a positive number that a float can hold
     */
    void learningRate(double rate);

    /**
     * Takes no further step. An epoch under way ends with the step it is in and is validated and reported as any other; one
     * without a step, as when this is called from {@link Callback#onEpochStart}, is not reported.
     */
    void stop();
}
