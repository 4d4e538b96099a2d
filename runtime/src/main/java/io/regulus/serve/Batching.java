package io.regulus.serve;

import java.time.Duration;
import java.util.Objects;

/**
 * How single rows are gathered into batches.
 *
 * @param maxRows rows of a run at most; 64 by default
 * @param maxWait how long a row waits at most for others to fill its batch while a worker is free; 0, the default, lets a free worker
 *     start at once. Batches form all the same when there is much to do: whatever comes during a run is the next batch
 * @param queue rows that may wait at most; 1,024 by default. One more is refused with a {@link QueueFullException}, so that a server with
 *     too much to do says so at once
 * @param workers runs at a time; 1 by default, which is right where a run uses all cores by itself. A network that runs on the thread that
 *     calls (see the guide, "Threads") keeps as many cores busy as there are workers
 * @param listener is told of every run; by default nobody is
 */
public record Batching(int maxRows, Duration maxWait, int queue, int workers, BatchListener listener) {
    private static final int ROWS = 64;
    private static final int QUEUE = 1024;

    /** Longer than any caller waits: a mistake in the unit. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    public Batching {
        requirePositive("maxRows", maxRows, "64");
        requirePositive("queue", queue, "1024");
        requirePositive("workers", workers, "1");
        Objects.requireNonNull(maxWait, "maxWait is null; give Duration.ZERO for no wait");
        Objects.requireNonNull(listener, "listener is null; give BatchListener.NONE for none");
        if (maxWait.isNegative() || maxWait.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("maxWait = " + maxWait
                    + ": must be from 0 to one minute; give Duration.ofMillis(2) to let a row wait 2 ms for others");
        }
    }

    /** 64 rows, no wait, a queue of 1,024 rows, one worker, no listener. */
    public static Batching defaults() {
        return new Batching(ROWS, Duration.ZERO, QUEUE, 1, BatchListener.NONE);
    }

    /** With other rows of a run at most, at least 1; 1 turns gathering off. */
    public Batching maxRows(int value) {
        return new Batching(value, maxWait, queue, workers, listener);
    }

    /** With another wait, from 0 to one minute. */
    public Batching maxWait(Duration value) {
        return new Batching(maxRows, value, queue, workers, listener);
    }

    /** With another number of rows that may wait, at least 1. */
    public Batching queue(int value) {
        return new Batching(maxRows, maxWait, value, workers, listener);
    }

    /** With another number of runs at a time, at least 1. */
    public Batching workers(int value) {
        return new Batching(maxRows, maxWait, queue, value, listener);
    }

    /** With somebody who is told of every run. */
    public Batching listener(BatchListener value) {
        return new Batching(maxRows, maxWait, queue, workers, value);
    }

    private static void requirePositive(String name, int value, String example) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    name + " = " + value + ": must be at least 1; write " + name + "(" + example + "), the default");
        }
    }
}
