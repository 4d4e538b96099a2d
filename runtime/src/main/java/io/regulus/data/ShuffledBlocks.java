package io.regulus.data;

import java.util.Optional;

/** Rows drawn from a buffer, whose places the next ones take, as {@code tf.data} does. */
final class ShuffledBlocks implements Blocks {
    private final Blocks source;
    private final int bufferRows;
    private final Draws draws;
    private final RowStore buffer;
    private boolean ended;

    /**
     * Of full blocks: were they shorter, rows would be drawn at other moments.
     *
     * @param bufferRows places of the buffer
     */
    ShuffledBlocks(Blocks source, int bufferRows, Draws draws) {
        this.source = source;
        this.bufferRows = bufferRows;
        this.draws = draws;
        this.buffer = new RowStore(bufferRows);
    }

    @Override
    public Optional<Dataset> next(int rows) {
        while (!ended && buffer.size() < bufferRows) {
            Optional<Dataset> more = read(Math.min(rows, bufferRows - buffer.size()));
            more.ifPresent(buffer::add);
        }
        Optional<Dataset> later = read(rows);
        int refilled = later.map(Dataset::size).orElse(0);
        int count = Math.min(rows, refilled + buffer.size());
        if (count == 0) {
            return Optional.empty();
        }
        later.ifPresent(buffer::accept);
        Dataset drawn = buffer.blank(count);
        for (int i = 0; i < count; i++) {
            int row = draws.below(buffer.size());
            buffer.copy(row, drawn, i);
            if (i < refilled) {
                buffer.replace(row, later.orElseThrow(), i);
            } else {
                buffer.remove(row);
            }
        }
        return Optional.of(drawn);
    }

    private Optional<Dataset> read(int rows) {
        Optional<Dataset> block = ended ? Optional.empty() : source.next(rows);
        ended = block.isEmpty();
        return block;
    }

    @Override
    public void close() {
        source.close();
    }
}
