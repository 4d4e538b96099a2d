package io.regulus.train;

import io.regulus.engine.BatchBuffer;
import io.regulus.engine.TargetPort;

/** Loss and metrics over rows, of batches of any size. */
final class Means {
    private final BatchMetrics metrics;
    private double loss;
    private int rows;

    Means(TargetPort<?> target) {
        metrics = BatchMetrics.of(target);
    }

    void add(float batchLoss, BatchBuffer batch) {
        loss += (double) batchLoss * batch.rows();
        rows += batch.rows();
        metrics.add(batch);
    }

    Evaluation evaluation(double penalty) {
        return new Evaluation(loss / rows, penalty, metrics.result(), rows);
    }
}
