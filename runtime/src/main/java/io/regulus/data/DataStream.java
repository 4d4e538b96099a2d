package io.regulus.data;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Rows that need not fit in memory: read anew in every pass, block by block, each block a {@link Dataset}. What is held is
 * the block in use, one that is read ahead, and the buffer of a {@link #shuffle}.
 *
 * <pre>{@code
 * DataStream all = CsvFiles.read(path).target("price").stream();
 * DataStream train = all.skip(10_000).shuffle(50_000, 42);
 * model.fit(train, Fit.epochs(5).validateOn(all.take(10_000)));
 * }</pre>
 *
 * <p>A stream is a description: nothing is opened before a pass begins, every method returns another stream, and one may be
 * used for any number of passes, several at a time too. All rows of a stream have the same layout.
 */
@FunctionalInterface
public interface DataStream {
    /**
     * Begins a pass. The caller closes it. Its blocks may have fewer rows than are asked for, see {@link Blocks#full}.
     *
     * @param epoch number of the pass, from 0: the same number gives the same rows in the same order, another one may give
     *     them in another order
     */
    Blocks open(int epoch);

    /** Number of rows of a pass, where it is known without one. */
    default OptionalLong rows() {
        return OptionalLong.empty();
    }

    // Where rows come from

    /**
     * Rows of whatever origin, in datasets of any size. Each pass takes a Java stream, closes it, and with it what the stream
     * closes by {@link Stream#onClose}.
     *
     * @param parts makes a new Java stream for each pass
     */
    static DataStream of(Supplier<? extends Stream<Dataset>> parts) {
        Rows.requireNotNull("parts", parts);
        return epoch -> new StreamBlocks(parts.get());
    }

    /** The rows of a dataset; the blocks are views of it. */
    static DataStream of(Dataset data) {
        return new SourceStream(OptionalLong.of(data.size()), epoch -> new StreamBlocks(Stream.of(data)));
    }

    // Changed streams

    /**
     * The same rows in a random order, drawn from a buffer: it is filled with the first rows; then each row handed out is one
     * of the buffer, all equally likely, and the next row takes its place. Where all rows fit into the buffer, all orders are
     * equally likely. With a smaller one a row comes at most as many places sooner as the buffer has rows, so that a file that is sorted, by
     * class for example, wants a large buffer, or better to be mixed once and for all. The order depends on the seed and the
     * number of the epoch alone.
     *
     * @param bufferRows how many rows are held in memory, at least 1
     * @param seed any number
     * @throws IllegalArgumentException if {@code bufferRows} is less than 1
     */
    default DataStream shuffle(int bufferRows, long seed) {
        Rows.requireAtLeastOne("bufferRows", bufferRows);
        return new SourceStream(
                rows(), epoch -> new ShuffledBlocks(open(epoch).full(), bufferRows, new Draws(seed, epoch)));
    }

    /**
     * Each block changed, row by row: given other features, targets or weights.
     *
     * @param change gets the blocks of a pass in their order, of whatever size they are, by a thread that reads ahead; returns as many
     *     rows as it gets
     */
    default DataStream map(UnaryOperator<Dataset> change) {
        Rows.requireNotNull("change", change);
        return new SourceStream(rows(), epoch -> new MappedBlocks(open(epoch), change));
    }

    /**
     * The first rows, or all where there are fewer.
     *
     * @param rows how many, at least 1
     * @throws IllegalArgumentException if {@code rows} is less than 1
     */
    default DataStream take(long rows) {
        Rows.requireAtLeastOne("rows", rows);
        return new SourceStream(count(all -> Math.min(all, rows)), epoch -> new FirstBlocks(open(epoch), rows));
    }

    /**
     * All but the first rows, which are read and passed over; none where there are no more.
     *
     * @param rows how many, at least 0
     * @throws IllegalArgumentException if {@code rows} is negative
     */
    default DataStream skip(long rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("rows = " + rows + ": must be at least 0");
        }
        return new SourceStream(count(all -> Math.max(0, all - rows)), epoch -> new LaterBlocks(open(epoch), rows));
    }

    private OptionalLong count(LongUnaryOperator change) {
        OptionalLong rows = rows();
        return rows.isPresent() ? OptionalLong.of(change.applyAsLong(rows.getAsLong())) : rows;
    }

    // A pass without training

    /**
     * Hands over all rows of the first pass in their order, and closes it: {@code stream.forEach(1_024, block ->
     * write(model.predict(block)))}.
     *
     * @param blockRows rows of a block, at least 1; only the last one may have fewer
     * @throws IllegalArgumentException if {@code blockRows} is less than 1
     */
    default void forEach(int blockRows, Consumer<Dataset> use) {
        Rows.requireAtLeastOne("blockRows", blockRows);
        try (Blocks blocks = open(0).full()) {
            Optional<Dataset> block = blocks.next(blockRows);
            while (block.isPresent()) {
                use.accept(block.get());
                block = blocks.next(blockRows);
            }
        }
    }

    /**
     * All rows of the first pass, in memory.
     *
     * @throws IllegalStateException if there are none
     * @throws IllegalArgumentException if they hold more than 2^31 - 1 values
     */
    default Dataset toDataset() {
        RowStore store = new RowStore(Integer.MAX_VALUE);
        forEach(RowStore.READ_ROWS, store::add);
        return store.toDataset();
    }
}
