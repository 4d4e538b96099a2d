package io.regulus.train;

/** A fit under way, as its callbacks see it. */
public interface TrainingRun {
    /** Number of epochs asked for. */
    int epochs();

    /** Steps of a full epoch, the last, partial batch counted. */
    int stepsPerEpoch();

    /** The current learning rate. */
    double learningRate();

    /** Sets the learning rate from the next step on; nothing is rebuilt. */
    void learningRate(double rate);

    /** Ends the fit after the current epoch, or after the current step when called from {@link Callback#onStep}. */
    void stop();
}
