package io.regulus.files;

import io.regulus.data.BlockSource;
import io.regulus.data.Blocks;
import io.regulus.data.Dataset;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * What all readers of files can do: read all rows at once, hand them out in blocks, refuse bad rows or skip and count them. A reader is
 * told what to do first, each method changing and returning it, and is for one thread.
 *
 * @param <R> the reader itself
 */
public abstract class RowReader<R extends RowReader<R>> implements BlockSource {
    private BadRows badRows = BadRows.REFUSE;
    private List<BadRow> skipped = List.of();

    /** For readers of formats. */
    protected RowReader() {}

    /** What to do with rows that cannot be read; {@link BadRows#REFUSE} by default. */
    public final R badRows(BadRows policy) {
        badRows = policy;
        return self();
    }

    /**
     * The rows that the last reading skipped, in the order of the file; all of them once it is at its end. Empty where bad rows are
     * refused.
     */
    public final List<BadRow> skipped() {
        return skipped;
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
        try (Blocks all = pass()) {
            return all.next(Integer.MAX_VALUE).orElseThrow(this::nothingLeft);
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
        return pass();
    }

    private Blocks pass() {
        Problems problems = begin();
        return new ReportedBlocks(blocks(problems), problems, rows -> skipped = rows);
    }

    /** A new pass, of which nothing is skipped yet. */
    private Problems begin() {
        skipped = List.of();
        return new Problems(badRows);
    }

    /** A reading of all rows as something else than a dataset: bad ones are refused or skipped as by {@link #load}. */
    final <T> T pass(Function<Problems, T> reading, ToIntFunction<T> size) {
        Problems problems = begin();
        T all = reading.apply(problems);
        problems.throwIfRefused();
        skipped = problems.skipped();
        problems.log(size.applyAsInt(all));
        return all;
    }

    private DataFileException nothingLeft() {
        return new DataFileException(
                "all " + skipped.size() + " rows were skipped as bad, the first being " + skipped.get(0));
    }

    /** The reader itself, with its own type. */
    protected abstract R self();

    /** A pass over the rows. Bad ones are told to {@code problems} and left out. There is at least one row, good or bad. */
    protected abstract Blocks blocks(Problems problems);

    /**
     * Refuses what is possible only when all rows are read at once.
     *
     * @throws IllegalStateException saying what, with the cure
     */
    protected void requireBlocks() {}
}
