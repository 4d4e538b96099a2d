package io.regulus.files;

import io.regulus.data.Blocks;
import java.nio.charset.Charset;
import java.nio.file.Path;
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
public final class CsvFiles extends TableReader<CsvFiles> {
    private final Path path;
    private final CsvFormat format;

    private CsvFiles(Path path, CsvFormat format, ColumnRoles roles, BadRows badRows) {
        super(roles, badRows);
        this.path = path;
        this.format = format;
    }

    /** A file to read; nothing is opened before {@link #load}. */
    public static CsvFiles read(Path path) {
        return new CsvFiles(DataFiles.required(path), CsvFormat.USUAL, ColumnRoles.ALL, BadRows.REFUSE);
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

    @Override
    protected CsvFiles with(ColumnRoles changed) {
        return new CsvFiles(path, format, changed, badRows());
    }

    private CsvFiles with(CsvFormat changed) {
        return new CsvFiles(path, changed, roles(), badRows());
    }

    @Override
    protected CsvFiles with(BadRows policy) {
        return new CsvFiles(path, format, roles(), policy);
    }

    @Override
    protected Blocks blocks(ColumnRoles columns, Problems problems) {
        return CsvBlocks.open(path, format, columns, problems);
    }

    @Override
    protected MappedPass open(MappedRows<?> rows) {
        return CsvMapped.open(path, format, rows);
    }

    @Override
    protected void requireBlocks() {
        if (roles().hasLabel() && roles().classes().isEmpty()) {
            throw new IllegalStateException("classLabel(\"" + roles().label()
                    + "\") is numbered when all classes are known: to read in blocks, name them in classes(...)");
        }
    }
}
