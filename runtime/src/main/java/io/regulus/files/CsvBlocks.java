package io.regulus.files;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.regulus.data.Blocks;
import io.regulus.data.Dataset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A pass over a CSV file. */
final class CsvBlocks implements Blocks {
    private final Path path;
    private final CsvRequest request;
    private final CsvReader<CsvRecord> csv;
    private final CloseableIterator<CsvRecord> records;
    private CsvRows rows;
    private long line;

    private CsvBlocks(Path path, CsvRequest request, CsvReader<CsvRecord> csv) {
        this.path = path;
        this.request = request;
        this.csv = csv;
        this.records = csv.iterator();
    }

    /** Opens the file and reads its header. */
    static Blocks open(Path path, CsvRequest request, Problems problems) {
        CsvReader<CsvRecord> csv;
        try {
            csv = parser(request).ofCsvRecord(DataFiles.openText(path, request.charset()));
        } catch (IOException failure) {
            throw explain(path, request, failure, 0);
        }
        CsvBlocks blocks = null;
        try {
            skipFirstLines(path, request, csv);
            blocks = new CsvBlocks(path, request, csv);
            blocks.begin(problems);
            return blocks;
        } catch (RuntimeException | Error failure) {
            DataFiles.close(path, csv);
            throw failure;
        }
    }

    private static CsvReader.CsvReaderBuilder parser(CsvRequest request) {
        return CsvReader.builder()
                .fieldSeparator(request.delimiter())
                .allowUnclosedQuote(false)
                // Lines of another length are reported with the other problems, by CsvRows.
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    }

    private static void skipFirstLines(Path path, CsvRequest request, CsvReader<CsvRecord> csv) {
        try {
            csv.skipLines(request.skippedLines());
        } catch (CsvParseException tooFew) {
            throw new DataFileException(
                    path + ": skipLines(" + request.skippedLines() + "), but the file ends before; is it cut off?",
                    tooFew);
        } catch (UncheckedIOException failure) {
            throw explain(path, request, failure.getCause(), 0);
        }
    }

    private void begin(Problems problems) {
        if (!explained(records::hasNext)) {
            throw new DataFileException(path + ": the file is empty"
                    + (request.skippedLines() > 0 ? " after " + request.skippedLines() + " skipped lines" : "")
                    + "; nothing to read");
        }
        CsvRecord first = record();
        rows = new CsvRows(path, CsvColumns.resolve(path, names(first), request), request, problems);
        if (!request.header()) {
            rows.add(first);
        } else if (!explained(records::hasNext)) {
            throw new DataFileException(
                    path + ": there is a header but no line of data; if the first line is data, call noHeader()");
        }
    }

    @Override
    public Optional<Dataset> next(int count) {
        while (rows.size() < count && explained(records::hasNext)) {
            rows.add(record());
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.take());
    }

    private CsvRecord record() {
        CsvRecord record = explained(records::next);
        line = record.getStartingLineNumber();
        return record;
    }

    private List<String> names(CsvRecord first) {
        if (request.header()) {
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
                    path + ": after line " + line + ": " + reason(malformed) + "; is a closing quote missing?",
                    malformed);
        } catch (UncheckedIOException failure) {
            throw explain(path, request, failure.getCause(), line);
        }
    }

    /** FastCSV wraps what is wrong with a line in an exception that says which record it was. */
    private static String reason(CsvParseException malformed) {
        Throwable cause = malformed.getCause();
        return cause == null ? malformed.getMessage() : malformed.getMessage() + ": " + cause.getMessage();
    }

    private static RuntimeException explain(Path path, CsvRequest request, IOException failure, long line) {
        return failure instanceof CharacterCodingException
                ? DataFiles.notText(path, line, request.charset(), failure)
                : DataFiles.explain(path, failure);
    }

    @Override
    public void close() {
        DataFiles.close(path, csv);
    }
}
