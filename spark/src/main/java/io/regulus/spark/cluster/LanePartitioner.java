package io.regulus.spark.cluster;

import io.regulus.data.Lanes;
import org.apache.spark.Partitioner;

/** Gives each worker the rows of its lanes. */
final class LanePartitioner extends Partitioner {
    private static final long serialVersionUID = 1;

    private final int batchSize;
    private final int workers;

    LanePartitioner(int batchSize, int workers) {
        this.batchSize = batchSize;
        this.workers = workers;
    }

    @Override
    public int numPartitions() {
        return workers;
    }

    @Override
    public int getPartition(Object key) {
        return new Lanes(batchSize, workers).rank(RowKey.number((Long) key));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LanePartitioner partitioner
                && batchSize == partitioner.batchSize
                && workers == partitioner.workers;
    }

    @Override
    public int hashCode() {
        return 31 * batchSize + workers;
    }
}
