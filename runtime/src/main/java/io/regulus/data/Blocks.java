package io.regulus.data;

import java.util.Optional;

/**
 * Rows handed out one block after the other, from the first to the last, each block a dataset of its own: what does not fit into memory
 * is read so. All blocks have the same inputs, targets and names. For one thread; closed when read or given up.
 */
public interface Blocks extends AutoCloseable {
    /**
     * The next rows.
     *
     * @param rows how many at most, at least 1; there may be fewer anywhere, as at the end, where rows were skipped, or where a
     *     file ends: {@link #full} is for those who need as many
     * @return at least one row; empty after the last
     */
    Optional<Dataset> next(int rows);

    /** The same rows in blocks of as many as are asked for, but the last: views where they come so, copies where they do not. */
    default Blocks full() {
        return new FullBlocks(this);
    }

    /** Lets go of the files. */
    @Override
    void close();
}
