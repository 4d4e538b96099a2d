package io.regulus.train;

import java.util.BitSet;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** A fit under way, as its callbacks see it. */
public interface TrainingRun {
    /** Number of epochs asked for. */
    int epochs();

    /**
     * Steps of a full epoch, the last counted, which may have fewer rows or batches; 0 as long as it is not known, as in the first epoch of a stream that does
     * not know the number of its rows.
     */
    int stepsPerEpoch();

    /** The number of the epoch under way, or of the next one, from 1. */
    int epoch();

    /** Steps done of the epoch under way, those before the run was gone on with included; 0 between two epochs. */
    int step();

    /** The epochs so far, those before the run was gone on with included. */
    History history();

    /** What the fit was asked for, in words, by name: epochs, rows, the size of a batch, the order of rows, the schedule. */
    Map<String, String> settings();

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

    /** The same with the state of the optimizer; the number of the step and the learning rate are no part of it. */
    Snapshot trainingSnapshot();

    /** Gives variables back the values they had. */
    void restore(Snapshot snapshot);

    /** The names of the kernels that steps change, in the order of the network: of no frozen layers, recurrent kernels and tables. */
    Set<String> kernels();

    /** The names of all weights that steps change, in the order of the network. */
    Set<String> trained();

    /**
     * Values of weights as they are, in row-major order. In a {@link io.regulus.engine.ProcessGroup group} of processes they are the same in
     * all, every one of which asks at the same time.
     *
     * @throws IllegalArgumentException if a name is unknown
     */
    Map<String, float[]> weights(Collection<String> names);

    /**
     * Keeps values of weights, and of their averages, at 0: now, after each further step of this fit, and where weights are restored. What
     * was kept so before and is not named any more is free again.
     *
     * @param places in row-major order, by name of the weight
     */
    void keepZero(Map<String, BitSet> places);

    /**
     * Takes no further step: the run is over, also for a later fit that finds its checkpoints. An epoch under way ends with the step it
     * is in and is validated and reported as any other; one without a step, as when this is called from
     * {@link Callback#onEpochStart}, is not reported. In a {@link io.regulus.engine.ProcessGroup group} of processes, one of which may
     * call this alone, the epoch is trained to its end first. May be called by any thread.
     *
     * @param reason for {@link History#ending}
     */
    void stop(String reason);

    /** As {@link #stop(String)}, without a reason of its own. */
    default void stop() {
        stop("a callback stopped the fit");
    }

    /**
     * Takes no further step after the one under way, or the next one where none is. With checkpoints the run can go on: where it is now is
     * stored, and the epoch under way is neither validated nor reported. Without them the fit ends as by {@link #stop(String)}. In a
     * {@link io.regulus.engine.ProcessGroup group} of processes the epoch is trained to its end first. May be called by any thread.
     *
     * @param reason for {@link History#ending}
     */
    void pause(String reason);
}
