package io.regulus.parquet;

import io.regulus.data.Blocks;
import io.regulus.data.DataStream;
import io.regulus.data.Dataset;
import io.regulus.files.BadRows;
import io.regulus.files.ClassIndex;
import io.regulus.files.ColumnRoles;
import io.regulus.files.DataFileException;
import io.regulus.files.DataFiles;
import io.regulus.files.Problems;
import io.regulus.files.RowMapper;
import io.regulus.files.RowReader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads tables from Parquet files. Every column is a feature unless it is the class label, a target or dropped; columns that are not
 * asked for are not read.
 *
 * <pre>{@code
 * Dataset flowers = ParquetFiles.read(path).classLabel("species").load();
 * DataStream houses = ParquetFiles.read(january, february).drop("id", "town").target("price").stream();
 * }</pre>
 *
 * <p>Features and targets are numbers, made floats, and booleans, 0 or 1. Labels are texts, integers or booleans. Files may be
 * uncompressed or in snappy, gzip, zstd or lz4. Whatever cannot be read is refused, never guessed, with file, row group, row and column: a
 * null, NaN or infinite value makes its row a bad one; nested columns, dates and decimals are no features.
 */
public final class ParquetFiles extends RowReader<ParquetFiles> {
    private final List<Path> paths;
    private final ColumnRoles roles;

    private ParquetFiles(List<Path> paths, ColumnRoles roles, BadRows badRows) {
        super(badRows);
        this.paths = paths;
        this.roles = roles;
    }

    /**
     * Files to read, one after the other, with the same columns; nothing is opened before {@link #load}, {@link #open} or {@link #stream}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ParquetFiles read(Path... files) {
        return new ParquetFiles(DataFiles.required(files), ColumnRoles.ALL, BadRows.REFUSE);
    }

    /**
     * The column with the class. Its values become labels from 0 on, sorted: by value where all are integers, else by name (Unicode
     * order). {@link Dataset#classNames} has the values by label.
     */
    public ParquetFiles classLabel(String column) {
        return with(roles.withLabel(column));
    }

    /**
     * Fixes which class has which label, as test data needs that may lack a class: pass the training set's {@code classNames()}. A row of
     * a class that is not among them is a bad one. The column of the label then need not be read before the others.
     *
     * @param names the class of label 0, of label 1, and so on
     * @throws IllegalArgumentException if a name occurs twice
     */
    public ParquetFiles classes(List<String> names) {
        return with(roles.withClasses(names));
    }

    /** Fixes which class has which label, see {@link #classes(List)}. */
    public ParquetFiles classes(String... names) {
        return classes(List.of(names));
    }

    /** The column with the real number to learn. */
    public ParquetFiles target(String column) {
        return targets(column);
    }

    /** The columns with the real numbers to learn, in this order. */
    public ParquetFiles targets(String... columns) {
        return with(roles.withTargets(columns));
    }

    /** The columns that are features, in this order, instead of all. */
    public ParquetFiles features(String... columns) {
        return with(roles.withFeatures(columns));
    }

    /** Columns to leave out. */
    public ParquetFiles drop(String... columns) {
        return with(roles.withDropped(columns));
    }

    private ParquetFiles with(ColumnRoles changed) {
        return new ParquetFiles(paths, changed, badRows());
    }

    @Override
    protected ParquetFiles with(BadRows policy) {
        return new ParquetFiles(paths, roles, policy);
    }

    /**
     * Reads all rows as objects, such as records with {@code @Features}: {@code load(HouseRows.schema())}. What columns are features,
     * labels or targets is not asked for then, since the mapper knows them. Nulls and NaN are missing values.
     *
     * @param mapper makes an object of each row
     * @throws IllegalStateException if columns are asked for
     * @throws DataFileException as {@link #load()} does
     */
    public <R> List<R> load(RowMapper<R> mapper) {
        roles.refuseAny();
        return read(problems -> ParquetMapped.read(paths, mapper, problems), List::size);
    }

    /** As the ends of the files say, where no row may be left out. */
    @Override
    public OptionalLong rows() {
        return badRows().max() == 0
                ? OptionalLong.of(
                        paths.stream().mapToLong(ParquetTable::countRows).sum())
                : OptionalLong.empty();
    }

    /**
     * Rows that may be larger than memory: a pass holds the block that is asked for and the columns of one row group. Their number, and the
     * classes where {@link #classes} does not say them, are read now.
     *
     * @throws IllegalStateException if what was asked for contradicts itself
     * @throws DataFileException if a file is no such file, or the column of the label cannot be read
     * @throws java.io.UncheckedIOException if a file cannot be read
     */
    @Override
    public DataStream stream() {
        roles.refuseContradictions();
        return classes(classIndex().names()).streamOfKnownClasses();
    }

    private DataStream streamOfKnownClasses() {
        return super.stream();
    }

    @Override
    protected Blocks blocks(Problems problems) {
        roles.refuseContradictions();
        return new ParquetBlocks(paths, roles, classIndex(), problems);
    }

    private ClassIndex classIndex() {
        if (!roles.hasLabel() || !roles.classes().isEmpty()) {
            return ClassIndex.inOrder(roles.classes());
        }
        Set<String> found = new HashSet<>();
        for (Path path : paths) {
            try (ParquetTable table = new ParquetTable(path)) {
                ParquetColumn label = table.names(roles.label());
                table.begin();
                while (table.rowsLeft() > 0) {
                    Chunk chunk = new Chunk(table);
                    label.readTexts(chunk, (row, text) -> found.add(text));
                    table.done(chunk.rows());
                }
            }
        }
        return ClassIndex.sorted(found);
    }
}
