package io.regulus.files;

import io.regulus.data.Blocks;
import io.regulus.data.Dataset;
import java.nio.charset.Charset;
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
    private final CsvFormat format;
    private final ColumnRoles roles;

    private CsvFiles(Path path, CsvFormat format, ColumnRoles roles, BadRows badRows) {
        super(badRows);
        this.path = path;
        this.format = format;
        this.roles = roles;
    }

    /** A file to read; nothing is opened before {@link #load}. */
    public static CsvFiles read(Path path) {
        return new CsvFiles(DataFiles.required(path), CsvFormat.USUAL, ColumnRoles.ALL, BadRows.REFUSE);
    }

    /**
     * The column with the class. Its values become labels from 0 on, sorted: by value where all are integers, else by
     * name (Unicode order). {@link Dataset#classNames} has the values by label.
     *
     * @param column its name
     */
    public CsvFiles classLabel(String column) {
        return with(roles.withLabel(column));
    }

    /**
     * Fixes which class has which label, as test data needs that may lack a class: pass the training set's {@code
     * classNames()}. A class that is not among them is refused.
     *
     * @param names the class of label 0, of label 1, and so on
     * @throws IllegalArgumentException if a name occurs twice
     */
    public CsvFiles classes(List<String> names) {
        return with(roles.withClasses(names));
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
        return with(roles.withTargets(columns));
    }

    /** The columns that are features, in this order, instead of all. */
    public CsvFiles features(String... columns) {
        return with(roles.withFeatures(columns));
    }

    /** Columns to leave out. */
    public CsvFiles drop(String... columns) {
        return with(roles.withDropped(columns));
    }

    /** What stands between fields; a comma by default. */
    public CsvFiles delimiter(char character) {
        return with(format.withDelimiter(character));
    }

    /** The encoding of the text; UTF-8 by default. */
    public CsvFiles charset(Charset encoding) {
        return with(format.withCharset(encoding));
    }

    /** The first line is data: columns are named c1, c2 and so on. */
    public CsvFiles noHeader() {
        return with(format.withoutHeader());
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
        return with(format.withSkippedLines(lines));
    }

    /**
     * What is written for values that are missing, beside nothing at all: {@code missing("NA", "?")}. It holds for objects, see {@link
     * #load(RowMapper)}: in a dataset no value is missing.
     */
    public CsvFiles missing(String... texts) {
        return with(format.withMissing(Set.of(texts)));
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
        roles.refuseAny();
        return read(problems -> CsvMapped.read(path, format, mapper, problems), List::size);
    }

    private CsvFiles with(ColumnRoles changed) {
        return new CsvFiles(path, format, changed, badRows());
    }

    private CsvFiles with(CsvFormat changed) {
        return new CsvFiles(path, changed, roles, badRows());
    }

    @Override
    protected CsvFiles with(BadRows policy) {
        return new CsvFiles(path, format, roles, policy);
    }

    @Override
    protected Blocks blocks(Problems problems) {
        roles.refuseContradictions();
        return CsvBlocks.open(path, format, roles, problems);
    }

    @Override
    protected void requireBlocks() {
        if (roles.hasLabel() && roles.classes().isEmpty()) {
            throw new IllegalStateException("classLabel(\"" + roles.label()
                    + "\") is numbered when all classes are known: to read in blocks, name them in classes(...)");
        }
    }
}
