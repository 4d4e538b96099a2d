package io.regulus.train;

import io.regulus.data.Blocks;
import io.regulus.data.DataStream;
import io.regulus.data.Dataset;
import io.regulus.data.Order;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Rows of a stream, each block checked when it comes. */
final class StreamRows implements RowSource {
    /** Rows of a block, about: enough that handing blocks from thread to thread costs nothing beside reading them. */
    private static final int BLOCK_ROWS = 1_024;

    /** Values of a block, about; wide rows make smaller blocks. */
    private static final int BLOCK_VALUES = 1 << 18;

    private final DataStream stream;
    private final String role;
    private final long rowLength;
    private final Check check;
    /** Rows of the first pass that came to its end; below 0 before. */
    private volatile long counted = -1;

    /** Refuses rows that do not fit the network. */
    @FunctionalInterface
    interface Check {
        /**
         * The rows of the block as they are used, where they fit.
         *
         * @param before how many rows came before those of the block
         */
        Dataset rows(String role, Dataset block, long before);
    }

    /**
     * Of a stream.
     *
     * @param role what it is for, such as {@code training}
     * @param rowLength values per row
     */
    StreamRows(DataStream stream, String role, long rowLength, Check check) {
        this.stream = stream;
        this.role = role;
        this.rowLength = rowLength;
        this.check = check;
    }

    @Override
    public OptionalLong rows() {
        return counted < 0 ? stream.rows() : OptionalLong.of(counted);
    }

    @Override
    public Kind kind() {
        return Kind.STREAM;
    }

    @Override
    public Batches open(int epoch, int batchSize, long skipped) {
        DataStream checked = number -> new Checked(stream.open(number));
        long batches = Math.min(BLOCK_ROWS / batchSize, BLOCK_VALUES / (rowLength * batchSize));
        int blockRows = batchSize * (int) Math.max(1, batches);
        return new Cut(new BlocksAhead(checked.skip(skipped * batchSize).open(epoch), blockRows), blockRows, batchSize);
    }

    @Override
    public void forEachPart(Consumer<Dataset> use) {
        int rows = (int) Math.max(1, Math.min(BLOCK_ROWS, BLOCK_VALUES / rowLength));
        try (BlocksAhead blocks = new BlocksAhead(new Checked(stream.open(0)), rows)) {
            for (Dataset block = blocks.next(); block != null; block = blocks.next()) {
                use.accept(block);
            }
        }
    }

    /** Looks at every block, and counts rows. */
    private final class Checked implements Blocks {
        private final Blocks source;
        private long rows;

        Checked(Blocks source) {
            this.source = source;
        }

        @Override
        public Optional<Dataset> next(int count) {
            Optional<Dataset> block = source.next(count);
            if (block.isPresent()) {
                Dataset used = check.rows(role, block.get(), rows);
                rows += used.size();
                return Optional.of(used);
            } else if (rows == 0) {
                throw new IllegalArgumentException(role + " data has no rows.");
            } else if (counted < 0) {
                counted = rows;
            }
            return block;
        }

        @Override
        public void close() {
            source.close();
        }
    }

    /** Blocks cut into batches; only the last block is no whole number of them. */
    private static final class Cut implements Batches {
        private final BlocksAhead blocks;
        private final int[] order;
        private final int batchSize;
        private Dataset block;
        private int from;

        Cut(BlocksAhead blocks, int blockRows, int batchSize) {
            this.blocks = blocks;
            this.order = Order.sequential(blockRows);
            this.batchSize = batchSize;
        }

        @Override
        public boolean hasNext() {
            if (block == null || from == block.size()) {
                block = blocks.next();
                from = 0;
            }
            return block != null;
        }

        @Override
        public BatchRows next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            BatchRows batch = new BatchRows(block, order, from, Math.min(batchSize, block.size() - from));
            from += batch.count();
            return batch;
        }

        @Override
        public void close() {
            blocks.close();
        }
    }
}
