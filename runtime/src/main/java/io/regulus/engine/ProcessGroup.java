package io.regulus.engine;

import java.util.Objects;

/**
 * This process among those that train one network together. Each of them makes the same model with the same seed, and calls the
 * same methods in the same order, every one with its own rows: see {@link io.regulus.data.Lanes} for which these are. Sessions are for one model; a
 * second one needs a group of its own.
 *
 * <p>By default gradients, losses, metrics and the statistics of batch norm are added up over all processes in every step, and each draws for a
 * row what one process would draw that has all rows: so that the weights are those of one process, but for the last digits of sums. Averaging
 * weights every so many steps sends less, and is another algorithm (local SGD; Stich, 2019): it does not give the same weights.
 *
 * <p>A process that fails by itself, as by a callback that throws, leaves the others waiting until their sessions give up; whoever has
 * started them ends them all. Streams, {@code trainOnBatch} and a split by share are for a process that trains alone.
 *
 * @param rank number of this process, 0 to size - 1; process 0 is the one whose weights the others take at the start
 * @param size number of processes, at least 1
 * @param averagedEvery 0 to add up gradients in every step; else the number of steps after which weights are averaged
 * @param sessions opens sessions in which the processes find each other
 */
public record ProcessGroup(int rank, int size, int averagedEvery, SessionOpener sessions) {
    public ProcessGroup {
        if (size < 1 || rank < 0 || rank >= size) {
            throw new IllegalArgumentException(
                    "process " + rank + " of " + size + ": the rank must be at least 0 and below the size");
        }
        if (averagedEvery < 0) {
            throw new IllegalArgumentException("averagedEvery = " + averagedEvery
                    + ": must be 0, to add up gradients in every step, or a number of steps");
        }
        Objects.requireNonNull(sessions, "sessions");
    }

    /** Whether it is the first, which stores what is stored once. */
    public boolean isFirst() {
        return rank == 0;
    }

    /** Whether weights are averaged now and then, in place of gradients in every step. */
    public boolean averages() {
        return averagedEvery > 0;
    }
}
