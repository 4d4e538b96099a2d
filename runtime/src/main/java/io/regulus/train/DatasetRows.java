package io.regulus.train;

import io.regulus.data.Dataset;
import io.regulus.data.Order;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Rows in memory.
 *
 * @param order of the rows of an epoch
 * @param total number of rows, with those that other processes have
 */
record DatasetRows(Dataset data, IntFunction<int[]> order, long total) implements RowSource {
    /** In the order that they have. */
    static DatasetRows inOrder(Dataset data) {
        return partOf(data, data.size());
    }

    /** Some of so many rows, to be evaluated on: each process does its own in batches of its own. */
    static DatasetRows partOf(Dataset data, long total) {
        return new DatasetRows(data, epoch -> Order.sequential(data.size()), total);
    }

    /** Each epoch in another order, of a seed. */
    static DatasetRows shuffled(Dataset data, long seed) {
        return new DatasetRows(data, epoch -> Order.shuffled(data.size(), seed, epoch), data.size());
    }

    @Override
    public OptionalLong rows() {
        return OptionalLong.of(total);
    }

    @Override
    public Kind kind() {
        return Kind.DATASET;
    }

    @Override
    public Batches open(int epoch, int batchSize, long skipped) {
        int[] rows = order.apply(epoch);
        return new InOrder(data, rows, batchSize, Math.min(rows.length, skipped * batchSize));
    }

    @Override
    public void forEachPart(Consumer<Dataset> use) {
        use.accept(data);
    }

    private static final class InOrder implements Batches {
        private final Dataset data;
        private final int[] order;
        private final int batchSize;
        private int from;

        InOrder(Dataset data, int[] order, int batchSize, long from) {
            this.data = data;
            this.order = order;
            this.batchSize = batchSize;
            this.from = (int) from;
        }

        @Override
        public boolean hasNext() {
            return from < order.length;
        }

        @Override
        public BatchRows next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            BatchRows batch = new BatchRows(data, order, from, Math.min(batchSize, order.length - from));
            from += batch.count();
            return batch;
        }

        @Override
        public void close() {
            // holds nothing open
        }
    }
}
