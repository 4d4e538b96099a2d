package io.regulus.files;

import io.regulus.data.Blocks;
import io.regulus.data.Dataset;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Reads tables of numbers from CSV files, plain or gzip (told by content). Every column is a feature unless it is the
 * class label, a target or dropped.
 *
 * <pre>{@code
 * Dataset flowers = CsvFiles.read(path).classLabel("species").load();
 * Dataset houses = CsvFiles.read(path).delimiter(';').drop("id", "town").target("price").load();
 * }</pre>
 *
 * <p>Fields may be quoted with {@code "}; lines end in LF or CRLF; empty lines and a byte order mark are passed over;
 * blanks around names and values do not count. Numbers are decimals with a point. Whatever cannot be read is refused,
 * never guessed: {@link #load} names the lines, columns and values.
 */
public final class CsvFiles extends RowReader<CsvFiles> {
    private final Path path;
    private Charset charset = StandardCharsets.UTF_8;
    private char delimiter = ',';
    private int skippedLines;
    private boolean header = true;
    private List<String> features = List.of();
    private List<String> dropped = List.of();
    private String label = "";
    private List<String> classes = List.of();
    private List<String> targets = List.of();
    private Set<String> missing = Set.of();

    private CsvFiles(Path path) {
        this.path = path;
    }

    /** A file to read; nothing is opened before {@link #load}. */
    public static CsvFiles read(Path path) {
        return new CsvFiles(DataFiles.required(path));
    }

    /**
     * The column with the class. Its values become labels from 0 on, sorted: by value where all are integers, else by
     * name (Unicode order). {@link Dataset#classNames} has the values by label.
     *
     * @param column its name
     */
    public CsvFiles classLabel(String column) {
        label = column;
        return this;
    }

    /**
     * Fixes which class has which label, as test data needs that may lack a class: pass the training set's {@code
     * classNames()}. A class that is not among them is refused.
     *
     * @param names the class of label 0, of label 1, and so on
     * @throws IllegalArgumentException if a name occurs twice
     */
    public CsvFiles classes(List<String> names) {
        classes = ClassIndex.distinct(names);
        return this;
    }

    /** Fixes which class has which label, see {@link #classes(List)}. */
    public CsvFiles classes(String... names) {
        return classes(List.of(names));
    }

    /** The column with the real number to learn. */
    public CsvFiles target(String column) {
        return targets(column);
    }

    /** The columns with the real numbers to learn, in this order. */
    public CsvFiles targets(String... columns) {
        targets = List.of(columns);
        return this;
    }

    /** The columns that are features, in this order, instead of all. */
    public CsvFiles features(String... columns) {
        features = List.of(columns);
        return this;
    }

    /** Columns to leave out. */
    public CsvFiles drop(String... columns) {
        dropped = List.of(columns);
        return this;
    }

    /** What stands between fields; a comma by default. */
    public CsvFiles delimiter(char character) {
        delimiter = character;
        return this;
    }

    /** The encoding of the text; UTF-8 by default. */
    public CsvFiles charset(Charset encoding) {
        charset = encoding;
        return this;
    }

    /** The first line is data: columns are named c1, c2 and so on. */
    public CsvFiles noHeader() {
        header = false;
        return this;
    }

    /**
     * Passes over lines at the top of the file, before the header.
     *
     * @param lines how many, at least 0
     * @throws IllegalArgumentException if negative
     */
    public CsvFiles skipLines(int lines) {
        if (lines < 0) {
            throw new IllegalArgumentException("skipLines(" + lines + "): must be at least 0");
        }
        skippedLines = lines;
        return this;
    }

    /**
     * What is written for values that are missing, beside nothing at all: {@code missing("NA", "?")}. It holds for objects, see {@link
     * #load(RowMapper)}: in a dataset no value is missing.
     */
    public CsvFiles missing(String... texts) {
        missing = Set.of(texts);
        return this;
    }

    /**
     * Reads all lines as objects, such as records with {@code @Features}: {@code load(HouseRows.schema())}. What columns are features,
     * labels or targets is not asked for then, since the mapper knows them.
     *
     * @param mapper makes an object of each line
     * @throws IllegalStateException if columns are asked for
     * @throws DataFileException as {@link #load()} does
     */
    public <R> List<R> load(RowMapper<R> mapper) {
        if (!(label.isEmpty() && targets.isEmpty() && features.isEmpty() && dropped.isEmpty())) {
            throw new IllegalStateException(
                    "load(mapper) reads the columns that the mapper names: leave out features, drop, targets and classLabel");
        }
        return pass(problems -> CsvMapped.read(path, request(), mapper, missing, problems), List::size);
    }

    @Override
    protected CsvFiles self() {
        return this;
    }

    @Override
    protected Blocks blocks(Problems problems) {
        ColumnRoles.refuseContradictions(features, dropped, targets, label, classes);
        return CsvBlocks.open(path, request(), problems);
    }

    private CsvRequest request() {
        return new CsvRequest(charset, delimiter, skippedLines, header, features, dropped, label, classes, targets);
    }

    @Override
    protected void requireBlocks() {
        if (!label.isEmpty() && classes.isEmpty()) {
            throw new IllegalStateException("classLabel(\"" + label
                    + "\") is numbered when all classes are known: to read in blocks, name them in classes(...)");
        }
    }
}
