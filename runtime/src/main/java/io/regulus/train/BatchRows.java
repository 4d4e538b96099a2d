package io.regulus.train;

import io.regulus.data.Dataset;
import io.regulus.engine.BatchBuffer;

/** Which rows a batch has: {@code count} of them, from a position of an order on. */
final class BatchRows {
    private final Dataset data;
    private final int[] order;
    private final int from;
    private final int count;

    BatchRows(Dataset data, int[] order, int from, int count) {
        this.data = data;
        this.order = order;
        this.from = from;
        this.count = count;
    }

    /** Where the rows are. */
    Dataset data() {
        return data;
    }

    int count() {
        return count;
    }

    /** Fills a buffer of as many rows. */
    void load(BatchBuffer buffer) {
        buffer.load(data, order, from);
    }
}
