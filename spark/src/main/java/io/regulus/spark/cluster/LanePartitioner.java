package io.regulus.spark.cluster;

import io.regulus.data.Lanes;
import java.util.Objects;
import org.apache.spark.Partitioner;

/** Gives each worker the rows of its lanes. */
final class LanePartitioner extends Partitioner {
    private static final long serialVersionUID = 1;

    private final int lanes;
    private final int validationLanes;
    private final int workers;

    /** Lanes of the rows to train on, and of those to validate on, for the same workers. */
    LanePartitioner(Lanes training, Lanes validation) {
        this.lanes = training.batchSize();
        this.validationLanes = validation.batchSize();
        this.workers = training.processes();
    }

    @Override
    public int numPartitions() {
        return workers;
    }

    @Override
    public int getPartition(Object key) {
        long row = (Long) key;
        return new Lanes(RowKey.isValidation(row) ? validationLanes : lanes, workers).rank(RowKey.number(row));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LanePartitioner partitioner
                && lanes == partitioner.lanes
                && validationLanes == partitioner.validationLanes
                && workers == partitioner.workers;
    }

    @Override
    public int hashCode() {
        return Objects.hash(lanes, validationLanes, workers);
    }
}
