package io.regulus.train;

import io.regulus.engine.BatchBuffer;
import io.regulus.engine.Engine;
import io.regulus.engine.NonFiniteException;
import java.util.Optional;

/** A step that takes several batches, of which some are taken in. One that fails is left out as a whole: the rest of its batches are passed over. */
final class StepUnderWay {
    private final Engine engine;
    private final int size;
    private Optional<NonFiniteException> failure = Optional.empty();
    private int batches;
    private double loss;
    private long rows;

    /**
     * Without a batch.
     *
     * @param size batches of a step
     */
    StepUnderWay(Engine engine, int size) {
        this.engine = engine;
        this.size = size;
    }

    boolean isEmpty() {
        return batches == 0;
    }

    boolean isFull() {
        return batches == size;
    }

    /** Takes a batch in. */
    void add(EpochUnderWay epoch, BatchBuffer batch) {
        if (failure.isEmpty()) {
            try {
                float ofBatch = engine.training().takeIn(batch, batches);
                epoch.add(ofBatch, batch);
                loss += (double) ofBatch * batch.stepRows();
                rows += batch.stepRows();
            } catch (NonFiniteException bad) {
                failure = Optional.of(bad);
            }
        }
        batches++;
    }

    /**
     * Takes the step, after which another one begins.
     *
     * @throws NonFiniteException if a number of it is not finite; nothing has changed but moving statistics then
     */
    StepResult update() {
        try {
            if (failure.isPresent()) {
                throw failure.get();
            }
            double norm = engine.training().update();
            return new StepResult(engine.state().step(), loss / rows, norm);
        } finally {
            failure = Optional.empty();
            batches = 0;
            loss = 0;
            rows = 0;
        }
    }
}
