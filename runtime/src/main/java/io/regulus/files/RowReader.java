package io.regulus.files;

import io.regulus.data.BlockSource;
import io.regulus.data.Blocks;
import io.regulus.data.Dataset;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * What all readers of files can do: read all rows at once, hand them out in blocks, refuse bad rows or skip and count them. Immutable: each
 * setting returns a changed copy, and nothing is opened before rows are read. For any number of threads.
 *
 * @param <R> the reader itself
 */
public abstract class RowReader<R extends RowReader<R>> implements BlockSource {
    private final BadRows badRows;

    /** For readers of formats. */
    protected RowReader(BadRows badRows) {
        this.badRows = Objects.requireNonNull(badRows, "badRows");
    }

    /** What to do with rows that cannot be read; {@link BadRows#REFUSE} by default. */
    public final R badRows(BadRows policy) {
        return with(policy);
    }

    /** What is done with rows that cannot be read. */
    protected final BadRows badRows() {
        return badRows;
    }

    /**
     * Reads all rows.
     *
     * @throws IllegalStateException if what was asked for contradicts itself
     * @throws DataFileException if a file does not hold it; up to ten problems are listed, those of each kind once first, with their
     *     place and value
     * @throws UncheckedIOException if a file cannot be read
     */
    public final Dataset load() {
        Problems problems = new Problems(badRows);
        try (Blocks all = open(problems)) {
            return all.next(Integer.MAX_VALUE).orElseThrow(problems::nothingLeft);
        }
    }

    /**
     * Begins to read in blocks, for what does not fit into memory; {@code next} throws what {@link #load} does, for the rows of the
     * block.
     *
     * @throws IllegalStateException if what was asked for contradicts itself, or all rows have to be known for it
     * @throws DataFileException if a file is no such file
     * @throws UncheckedIOException if a file cannot be read
     */
    @Override
    public final Blocks open() {
        requireBlocks();
        return open(new Problems(badRows));
    }

    private Blocks open(Problems problems) {
        return new ReportedBlocks(blocks(problems), problems);
    }

    /**
     * A reading of all rows as something else than a dataset: bad ones are refused or skipped as by {@link #load}.
     *
     * @param reading tells bad rows and returns what it makes of the others
     * @param size how many rows these are
     */
    protected final <T> T read(Function<Problems, T> reading, ToIntFunction<T> size) {
        Problems problems = new Problems(badRows);
        T all = reading.apply(problems);
        problems.endBlock();
        problems.log(size.applyAsInt(all));
        return all;
    }

    /** The same reader with another policy. */
    protected abstract R with(BadRows policy);

    /** A pass over the rows. Bad ones are told to {@code problems} and left out. There is at least one row, good or bad. */
    protected abstract Blocks blocks(Problems problems);

    /**
     * Refuses what is possible only when all rows are read at once.
     *
     * @throws IllegalStateException saying what, with the cure
     */
    protected void requireBlocks() {}
}
