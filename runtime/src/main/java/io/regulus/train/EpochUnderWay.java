package io.regulus.train;

import io.regulus.engine.BatchBuffer;
import io.regulus.engine.OutputPort;
import java.util.List;

/** What the steps of an epoch have come to so far, those before it was gone on with included. */
final class EpochUnderWay {
    private final Means means;
    private final long start = System.nanoTime();
    private final double secondsBefore;
    private int steps;

    /** Without a step. */
    EpochUnderWay(List<OutputPort> outputs) {
        means = new Means(outputs);
        secondsBefore = 0;
    }

    /**
     * As it was stored.
     *
     * @param withSums whether what was added up goes on here, as with one process of several
     */
    EpochUnderWay(List<OutputPort> outputs, FitState stored, boolean withSums) {
        means = new Means(outputs);
        if (withSums) {
            means.restore(stored.sums());
        }
        secondsBefore = stored.seconds();
        steps = stored.steps();
    }

    /** A batch that was trained on. */
    void add(float loss, BatchBuffer batch) {
        means.add(loss, batch);
    }

    /** A step that is over, be it that it failed. */
    void stepDone() {
        steps++;
    }

    int steps() {
        return steps;
    }

    /** What this process has added up. */
    Means means() {
        return means;
    }

    double seconds() {
        return secondsBefore + (System.nanoTime() - start) / 1e9;
    }
}
