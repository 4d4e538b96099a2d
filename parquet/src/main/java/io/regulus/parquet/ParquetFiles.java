package io.regulus.parquet;

import io.regulus.data.DataStream;
import io.regulus.data.Dataset;
import io.regulus.files.ClassIndex;
import io.regulus.files.ColumnRoles;
import io.regulus.files.DataFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
 * uncompressed or in snappy, gzip, zstd or lz4. Whatever cannot be read is refused, never guessed, with file, row group, row and column:
 * nulls, NaN and infinite values, nested columns, dates and decimals.
 */
public final class ParquetFiles {
    private final List<Path> paths;
    private List<String> features = List.of();
    private List<String> dropped = List.of();
    private List<String> targets = List.of();
    private String label = "";
    private List<String> classes = List.of();

    private ParquetFiles(List<Path> paths) {
        this.paths = paths;
    }

    /** Files to read, one after the other, with the same columns; nothing is opened before {@link #load} or {@link #stream}. */
    public static ParquetFiles read(Path first, Path... others) {
        List<Path> paths = new ArrayList<>(List.of(first));
        Collections.addAll(paths, others);
        return new ParquetFiles(List.copyOf(paths));
    }

    /**
     * The column with the class. Its values become labels from 0 on, sorted: by value where all are integers, else by name (Unicode
     * order). {@link Dataset#classNames} has the values by label.
     */
    public ParquetFiles classLabel(String column) {
        label = column;
        return this;
    }

    /**
     * Fixes which class has which label, as test data needs that may lack a class: pass the training set's {@code classNames()}. A class
     * that is not among them is refused. A stream then need not look for the classes before it begins.
     *
     * @param names the class of label 0, of label 1, and so on
     * @throws IllegalArgumentException if a name occurs twice
     */
    public ParquetFiles classes(String... names) {
        if (new HashSet<>(List.of(names)).size() < names.length) {
            throw new IllegalArgumentException("classes" + List.of(names) + ": a name occurs twice");
        }
        classes = List.of(names);
        return this;
    }

    /** The column with the real number to learn. */
    public ParquetFiles target(String column) {
        return targets(column);
    }

    /** The columns with the real numbers to learn, in this order. */
    public ParquetFiles targets(String... columns) {
        targets = List.of(columns);
        return this;
    }

    /** The columns that are features, in this order, instead of all. */
    public ParquetFiles features(String... columns) {
        features = List.of(columns);
        return this;
    }

    /** Columns to leave out. */
    public ParquetFiles drop(String... columns) {
        dropped = List.of(columns);
        return this;
    }

    /**
     * Reads all rows into memory.
     *
     * @throws IllegalStateException if what is asked for contradicts itself
     * @throws DataFileException naming what cannot be read, and where
     * @throws java.io.UncheckedIOException if a file cannot be read
     */
    public Dataset load() {
        Source all = source();
        long rows = all.count();
        try (ParquetBlocks blocks = all.open(0)) {
            return blocks.all(rows)
                    .orElseThrow(
                            () -> new DataFileException(paths + ": there are no rows in it; a data set needs one"));
        }
    }

    /**
     * The rows as a stream, for data larger than memory: a pass holds the block that is asked for and the columns of one row group. Where
     * there is a class label without {@link #classes}, its column is read once now.
     *
     * @throws DataFileException if the column of the label cannot be read
     * @throws java.io.UncheckedIOException if a file cannot be read
     */
    public DataStream stream() {
        return source();
    }

    private Source source() {
        new ColumnRoles(features, dropped, targets, label, classes).refuseContradictions();
        ParquetRequest request = new ParquetRequest(true, features, dropped, targets, label);
        if (label.isEmpty()) {
            return new Source(paths, request, ClassIndex.inOrder(List.of()));
        }
        return new Source(paths, request, classes.isEmpty() ? foundClasses() : ClassIndex.inOrder(classes));
    }

    private ClassIndex foundClasses() {
        Set<String> found = new LinkedHashSet<>();
        for (Path path : paths) {
            try (ParquetTable table = new ParquetTable(path, ParquetRequest.ofLabels(label))) {
                while (table.rowsLeft() > 0) {
                    table.label().read(table.rowsLeft(), (row, text) -> found.add(text));
                    table.done(table.rowsLeft());
                }
            }
        }
        return ClassIndex.sorted(found);
    }

    /** A pass reads the files from the first to the last. */
    private static final class Source implements DataStream {
        private final List<Path> paths;
        private final ParquetRequest request;
        private final ClassIndex classes;
        /** Rows of all files; below 0 before they are counted. */
        private long counted = -1;

        Source(List<Path> paths, ParquetRequest request, ClassIndex classes) {
            this.paths = paths;
            this.request = request;
            this.classes = classes;
        }

        @Override
        public ParquetBlocks open(int epoch) {
            return new ParquetBlocks(paths, request, classes);
        }

        @Override
        public OptionalLong rows() {
            return OptionalLong.of(count());
        }

        /** Asked for before every step of a fit with a schedule: the files are opened the first time only. */
        synchronized long count() {
            if (counted < 0) {
                long rows = 0;
                for (Path path : paths) {
                    rows += ParquetTable.countRows(path);
                }
                counted = rows;
            }
            return counted;
        }
    }
}
