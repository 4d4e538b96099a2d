package io.regulus.files;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.regulus.data.Dataset;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipException;

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
public final class CsvFiles {
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
    public CsvFiles classes(String... names) {
        if (new HashSet<>(List.of(names)).size() < names.length) {
            throw new IllegalArgumentException("classes" + List.of(names) + ": a name occurs twice");
        }
        classes = List.of(names);
        return this;
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
     * Reads the file.
     *
     * @return rows of floats, with labels, real targets or none, and the names of the features and classes
     * @throws IllegalStateException if what was asked for contradicts itself
     * @throws DataFileException if the file does not hold it; up to ten problems are listed, those of each
     *     kind once first, with line, column and value
     * @throws UncheckedIOException if the file cannot be read
     */
    public Dataset load() {
        refuseContradictions();
        CsvRequest request =
                new CsvRequest(charset, delimiter, skippedLines, header, features, dropped, label, classes, targets);
        long line = 0;
        try (Reader text = openText();
                CsvReader<CsvRecord> csv = parser(request).ofCsvRecord(text)) {
            skipFirstLines(csv);
            try (CloseableIterator<CsvRecord> records = csv.iterator()) {
                if (!records.hasNext()) {
                    throw new DataFileException(path + ": the file is empty"
                            + (skippedLines > 0 ? " after " + skippedLines + " skipped lines" : "")
                            + "; nothing to read");
                }
                CsvProblems problems = new CsvProblems(path);
                CsvRecord first = records.next();
                line = first.getStartingLineNumber();
                CsvColumns columns = CsvColumns.resolve(path, names(first), request);
                CsvRows rows = new CsvRows(columns, request, problems);
                if (!header) {
                    rows.add(first);
                }
                while (records.hasNext()) {
                    CsvRecord record = records.next();
                    line = record.getStartingLineNumber();
                    rows.add(record);
                }
                problems.throwIfAny();
                if (rows.isEmpty()) {
                    throw new DataFileException(
                            path + ": there is a header but no line of data; if the first line is data, "
                                    + "call noHeader()");
                }
                return rows.toDataset(request);
            }
        } catch (CsvParseException malformed) {
            throw new DataFileException(
                    path + ": after line " + line + ": " + reason(malformed) + "; is a closing quote missing?",
                    malformed);
        } catch (UncheckedIOException failure) {
            throw explain(failure.getCause(), line);
        } catch (IOException failure) {
            throw explain(failure, line);
        }
    }

    private void skipFirstLines(CsvReader<CsvRecord> csv) {
        try {
            csv.skipLines(skippedLines);
        } catch (CsvParseException tooFew) {
            throw new DataFileException(
                    path + ": skipLines(" + skippedLines + "), but the file ends before; is it cut off?", tooFew);
        }
    }

    /** FastCSV wraps what is wrong with a line in an exception that says which record it was. */
    private static String reason(CsvParseException malformed) {
        Throwable cause = malformed.getCause();
        return cause == null ? malformed.getMessage() : malformed.getMessage() + ": " + cause.getMessage();
    }

    private void refuseContradictions() {
        if (!label.isEmpty() && !targets.isEmpty()) {
            throw new IllegalStateException(
                    "both classLabel(\"" + label + "\") and targets " + targets + " are asked for; keep one of them");
        }
        if (label.isEmpty() && !classes.isEmpty()) {
            throw new IllegalStateException(
                    "classes(...) without classLabel(...): name the column that holds the class");
        }
        if (!features.isEmpty() && !dropped.isEmpty()) {
            throw new IllegalStateException("both features(...) and drop(...) are set; keep one of them");
        }
    }

    private Reader openText() throws IOException {
        // The decoder made this way refuses bytes that are no text, instead of replacing them silently.
        BufferedReader text = new BufferedReader(new InputStreamReader(DataFiles.open(path), charset.newDecoder()));
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        return text;
    }

    private static CsvReader.CsvReaderBuilder parser(CsvRequest request) {
        return CsvReader.builder()
                .fieldSeparator(request.delimiter())
                .allowUnclosedQuote(false)
                // Lines of another length are reported with the other problems, by CsvRows.
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    }

    private List<String> names(CsvRecord first) {
        if (header) {
            return first.getFields().stream().map(String::strip).toList();
        }
        return IntStream.rangeClosed(1, first.getFieldCount())
                .mapToObj(column -> "c" + column)
                .toList();
    }

    private RuntimeException explain(IOException failure, long line) {
        if (failure instanceof CharacterCodingException) {
            return new DataFileException(
                    path + ": after line " + line + ": the bytes are not " + charset
                            + " text; name the encoding, such as charset(Charset.forName(\"GB18030\"))",
                    failure);
        }
        if (failure instanceof EOFException || failure instanceof ZipException) {
            return new DataFileException(
                    path + ": broken gzip (" + failure.getMessage()
                            + "); the file is cut off or damaged: fetch it again",
                    failure);
        }
        return DataFiles.unreadable(path, failure);
    }
}
