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
     * @param rows how many at most, at least 1; there are fewer at the end, and where rows were skipped
     * @return empty after the last row
     */
    Optional<Dataset> next(int rows);

    /** Lets go of the files. */
    @Override
    void close();
}
