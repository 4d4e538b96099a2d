package io.regulus.train;

import io.regulus.data.Dataset;
import io.regulus.data.Lanes;
import io.regulus.data.Order;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * The rows that this process has of those of a group: of every batch those of its lanes, which may be none of the last one.
 *
 * @param data its rows, in the order of their numbers
 * @param total rows of all processes
 * @param processes how many there are
 * @param rank which of them this is
 * @param shuffle whether each lane has another order in each epoch
 * @param seed of those orders
 */
record LaneRows(Dataset data, long total, int processes, int rank, boolean shuffle, long seed) implements RowSource {
    @Override
    public OptionalLong rows() {
        return OptionalLong.of(total);
    }

    @Override
    public Kind kind() {
        return Kind.SHARED;
    }

    @Override
    public int rowsHere(int batchSize) {
        return lanes(batchSize).count(rank);
    }

    private Lanes lanes(int batchSize) {
        return Lanes.of(batchSize, processes, total);
    }

    /**
     * Does nothing where this process has as many rows as its lanes hold.
     *
     * @throws IllegalArgumentException if it has not
     */
    void require(int batchSize) {
        long expected = lanes(batchSize).rows(rank, total);
        if (data.size() != expected) {
            throw new IllegalArgumentException("process " + rank + " has " + data.size() + " of " + total
                    + " rows, but its lanes hold " + expected + ": give each process the rows that Lanes.of("
                    + batchSize
                    + ", " + processes + ", " + total + ").rank(row) says, in the order of their numbers");
        }
    }

    @Override
    public Batches open(int epoch, int batchSize, long skipped) {
        Lanes lanes = lanes(batchSize);
        return new OfLanes(lanes, order(lanes, epoch), skipped);
    }

    /** The rows in the order of their steps. */
    private int[] order(Lanes lanes, int epoch) {
        int width = lanes.count(rank);
        int[] order = Order.sequential(data.size());
        if (!shuffle) {
            return order;
        }
        for (int lane = 0; lane < width; lane++) {
            int depth = (data.size() - lane + width - 1) / width;
            int[] steps = Order.shuffled(depth, laneSeed(lanes.first(rank) + lane), epoch);
            for (int step = 0; step < depth; step++) {
                order[step * width + lane] = steps[step] * width + lane;
            }
        }
        return order;
    }

    /** Another seed for each lane, whichever process has it: seeds of neighbours give unrelated orders. */
    private long laneSeed(int lane) {
        return seed * 0x9e3779b97f4a7c15L + lane;
    }

    @Override
    public void forEachPart(Consumer<Dataset> use) {
        use.accept(data);
    }

    private final class OfLanes implements Batches {
        private final Lanes lanes;
        private final int[] order;
        private final int width;
        private final long steps;
        private long step;

        OfLanes(Lanes lanes, int[] order, long skipped) {
            this.lanes = lanes;
            this.order = order;
            this.width = lanes.count(rank);
            this.steps = lanes.steps(total);
            this.step = Math.min(steps, skipped);
        }

        @Override
        public boolean hasNext() {
            return step < steps;
        }

        @Override
        public BatchRows next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int from = (int) Math.min(order.length, step * width);
            int count = Math.min(width, order.length - from);
            int whole = (int) Math.min(lanes.batchSize(), total - step * lanes.batchSize());
            step++;
            if (count == 0) {
                return new BatchRows(data, order, 0, 1).at(new BatchRows.Place(0, whole, false));
            }
            return new BatchRows(data, order, from, count).at(new BatchRows.Place(lanes.first(rank), whole, true));
        }

        @Override
        public void close() {
            // holds nothing open
        }
    }
}
