package io.regulus.files;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The lines of data of an open CSV file, whose failures say where they are. */
final class CsvLines implements AutoCloseable {
    private static final int MOST_FIELDS = 1 << 18;
    private static final int MOST_FIELD = 1 << 20;
    private static final int MOST_RECORD = 1 << 23;

    private final Path path;
    private final CsvFormat format;
    private final CsvReader<CsvRecord> csv;
    private final CloseableIterator<CsvRecord> records;

    /** The first line, where it is data. */
    private Optional<CsvRecord> first = Optional.empty();

    private List<String> names = List.of();
    private long line;

    private CsvLines(Path path, CsvFormat format, CsvReader<CsvRecord> csv) {
        this.path = path;
        this.format = format;
        this.csv = csv;
        this.records = csv.iterator();
    }

    /** Opens the file and reads its header; there is at least one line of data. */
    static CsvLines open(Path path, CsvFormat format) {
        CsvReader<CsvRecord> csv;
        try {
            csv = parser(format)
                    .build(CsvRecordHandler.of(CsvLines::setLimits), DataFiles.openText(path, format.charset()));
        } catch (IOException failure) {
            throw explain(path, format, failure, 0);
        }
        try {
            skipFirstLines(path, format, csv);
            CsvLines lines = new CsvLines(path, format, csv);
            lines.begin();
            return lines;
        } catch (RuntimeException | Error failure) {
            DataFiles.close(path, csv);
            throw failure;
        }
    }

    private static CsvReader.CsvReaderBuilder parser(CsvFormat format) {
        return CsvReader.builder()
                .fieldSeparator(format.delimiter())
                .allowUnclosedQuote(false)
                .maxBufferSize(2 * MOST_FIELD)
                // Lines of another length are reported with the other problems, by those who read the fields.
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    }

    /** What a file of data has not, and what a damaged one would fill the memory with. */
    private static void setLimits(CsvRecordHandler.CsvRecordHandlerBuilder record) {
        record.maxFields(MOST_FIELDS).maxFieldSize(MOST_FIELD).maxRecordSize(MOST_RECORD);
    }

    private static void skipFirstLines(Path path, CsvFormat format, CsvReader<CsvRecord> csv) {
        try {
            csv.skipLines(format.skippedLines());
        } catch (CsvParseException tooFew) {
            throw new DataFileException(
                    path + ": skipLines(" + format.skippedLines() + "), but the file ends before; is it cut off?",
                    tooFew);
        } catch (UncheckedIOException failure) {
            throw explain(path, format, failure.getCause(), 0);
        }
    }

    private void begin() {
        if (!explained(records::hasNext)) {
            throw new DataFileException(path + ": the file is empty"
                    + (format.skippedLines() > 0 ? " after " + format.skippedLines() + " skipped lines" : "")
                    + "; nothing to read, leave it out or write it anew");
        }
        CsvRecord top = record();
        names = names(top);
        if (!format.header()) {
            first = Optional.of(top);
        } else if (!explained(records::hasNext)) {
            throw new DataFileException(
                    path + ": there is a header but no line of data; if the first line is data, call noHeader()");
        }
    }

    /** The names of the columns. */
    List<String> names() {
        return names;
    }

    boolean hasNext() {
        return first.isPresent() || explained(records::hasNext);
    }

    CsvRecord next() {
        CsvRecord next = first.orElseGet(this::record);
        first = Optional.empty();
        return next;
    }

    /** Whether a line has a field for each column; else that is a problem. */
    boolean isWhole(CsvRecord record, Problems problems) {
        boolean whole = record.getFieldCount() == names.size();
        if (!whole) {
            problems.add(
                    path,
                    place(record),
                    "fields",
                    "has " + record.getFieldCount() + " fields, but there are " + names.size() + " columns",
                    "Give every line one field per column; a field that holds the delimiter or a line break is written "
                            + "in double quotes.");
        }
        return whole;
    }

    /** Where a line is, for messages. */
    static String place(CsvRecord record) {
        return "line " + record.getStartingLineNumber();
    }

    private CsvRecord record() {
        CsvRecord record = explained(records::next);
        line = record.getStartingLineNumber();
        return record;
    }

    private List<String> names(CsvRecord first) {
        if (format.header()) {
            return first.getFields().stream().map(String::strip).toList();
        }
        return IntStream.rangeClosed(1, first.getFieldCount())
                .mapToObj(column -> "c" + column)
                .toList();
    }

    private <T> T explained(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (CsvParseException malformed) {
            throw new DataFileException(
                    path + ": " + DataFiles.after(line) + ": " + reason(malformed) + "; is a closing quote missing?",
                    malformed);
        } catch (UncheckedIOException failure) {
            throw explain(path, format, failure.getCause(), line);
        }
    }

    /** FastCSV wraps what is wrong with a line in an exception that says which record it was. */
    private static String reason(CsvParseException malformed) {
        Throwable cause = malformed.getCause();
        return cause == null ? malformed.getMessage() : malformed.getMessage() + ": " + cause.getMessage();
    }

    private static RuntimeException explain(Path path, CsvFormat format, IOException failure, long line) {
        return failure instanceof CharacterCodingException
                ? DataFiles.notText(path, line, format.charset(), failure)
                : DataFiles.explain(path, failure);
    }

    @Override
    public void close() {
        DataFiles.close(path, csv);
    }
}
