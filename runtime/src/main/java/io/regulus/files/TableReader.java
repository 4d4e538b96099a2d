package io.regulus.files;

import io.regulus.data.Blocks;
import io.regulus.data.Dataset;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What readers of tables can do: say what the columns are, or make an object of each row. Every column is a feature unless it is the
 * class label, a target or dropped.
 *
 * @param <R> the reader itself
 */
public abstract class TableReader<R extends TableReader<R>> extends RowReader<R> {
    private final ColumnRoles roles;

    /** For readers of formats. */
    protected TableReader(ColumnRoles roles, BadRows badRows) {
        super(badRows);
        this.roles = roles;
    }

    // What the columns are

    /**
     * The column with the class. Its values become labels from 0 on, sorted: by value where all are integers, else by
     * name (Unicode order). {@link Dataset#classNames} has the values by label.
     *
     * @param column its name
     */
    public final R classLabel(String column) {
        return with(roles.withLabel(column));
    }

    /**
     * Fixes which class has which label, as test data needs that may lack a class: pass the training set's {@code
     * classNames()}. A row of a class that is not among them is a bad one.
     *
     * @param names the class of label 0, of label 1, and so on
     * @throws IllegalArgumentException if a name occurs twice
     */
    public final R classes(List<String> names) {
        return with(roles.withClasses(names));
    }

    /** Fixes which class has which label, see {@link #classes(List)}. */
    public final R classes(String... names) {
        return classes(List.of(names));
    }

    /** The column with the real number to learn. */
    public final R target(String column) {
        return targets(column);
    }

    /** The columns with the real numbers to learn, in this order. */
    public final R targets(String... columns) {
        return with(roles.withTargets(columns));
    }

    /** The columns that are features, in this order, instead of all. */
    public final R features(String... columns) {
        return with(roles.withFeatures(columns));
    }

    /** Columns to leave out. */
    public final R drop(String... columns) {
        return with(roles.withDropped(columns));
    }

    // Rows as objects

    /**
     * Reads all rows as objects, such as records with {@code @Features}: {@code load(HouseRows.schema())}. What columns are features,
     * labels or targets is not asked for then, since the mapper knows them.
     *
     * @param mapper makes an object of each row
     * @throws IllegalStateException if columns are asked for
     * @throws DataFileException as {@link #load()} does
     * @throws UncheckedIOException if a file cannot be read
     */
    public final <T> List<T> load(RowMapper<T> mapper) {
        try (Stream<T> rows = records(mapper, Integer.MAX_VALUE)) {
            return rows.toList();
        }
    }

    /**
     * Rows as objects, see {@link #load(RowMapper)}, read as they are asked for: for files that do not fit in memory. The stream holds the
     * file open until it is closed.
     *
     * <pre>{@code
     * try (Stream<House> houses = CsvFiles.read(path).records(HouseRows.schema())) {
     *   model.learn(houses.limit(100_000).toList());
     * }
     * DataStream all = model.stream(() -> CsvFiles.read(path).records(HouseRows.schema()));
     * }</pre>
     *
     * @param mapper makes an object of each row
     * @return throws {@link DataFileException} and {@link UncheckedIOException} as {@link #load()} does, for the rows of some thousand
     * @throws IllegalStateException if columns are asked for
     * @throws DataFileException if a file is no such file, or lacks a column
     * @throws UncheckedIOException if a file cannot be opened
     */
    public final <T> Stream<T> records(RowMapper<T> mapper) {
        return records(mapper, MappedIterator.BLOCK_ROWS);
    }

    /** Bad rows are refused after so many rows. */
    private <T> Stream<T> records(RowMapper<T> mapper, int blockRows) {
        roles.refuseAny();
        Problems problems = new Problems(badRows());
        MappedRows<T> rows = new MappedRows<>(mapper, problems);
        MappedIterator<T> all = new MappedIterator<>(open(rows), rows, problems, blockRows);
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(all, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(all::close);
    }

    // For readers of formats

    /** What the columns are asked for as. */
    protected final ColumnRoles roles() {
        return roles;
    }

    /** The same reader with other columns. */
    protected abstract R with(ColumnRoles changed);

    /** Begins a pass that adds all good rows to these; there is at least one row, good or bad. */
    protected abstract MappedPass open(MappedRows<?> rows);

    @Override
    protected final Blocks blocks(Problems problems) {
        roles.refuseContradictions();
        return blocks(roles, problems);
    }

    /** A pass over the rows, see {@link #blocks(Problems)}, with columns that do not contradict each other. */
    protected abstract Blocks blocks(ColumnRoles columns, Problems problems);
}
