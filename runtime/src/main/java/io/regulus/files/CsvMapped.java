package io.regulus.files;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.Map;

/** A pass over the lines of a CSV file that makes objects of them. */
final class CsvMapped implements MappedPass {
    private final Path path;
    private final CsvFormat format;
    private final CsvLines lines;
    private final Map<String, Integer> columns;
    private final MappedRows<?> rows;

    private CsvMapped(Path path, CsvFormat format, CsvLines lines, Map<String, Integer> columns, MappedRows<?> rows) {
        this.path = path;
        this.format = format;
        this.lines = lines;
        this.columns = columns;
        this.rows = rows;
    }

    /** Opens the file and finds the columns. */
    static CsvMapped open(Path path, CsvFormat format, MappedRows<?> rows) {
        CsvLines lines = CsvLines.open(path, format);
        try {
            return new CsvMapped(
                    path, format, lines, MappedColumns.positions(path, lines.names(), rows.fileColumns()), rows);
        } catch (RuntimeException | Error failure) {
            lines.close();
            throw failure;
        }
    }

    @Override
    public boolean next() {
        if (!lines.hasNext()) {
            return false;
        }
        CsvRecord line = lines.next();
        if (lines.isWhole(line, rows.problems())) {
            rows.add(path, CsvLines.place(line), column -> text(line, columns.get(column)));
        }
        return true;
    }

    private String text(CsvRecord line, int position) {
        String text = position < 0 ? "" : line.getField(position).strip();
        return format.missing().contains(text) ? "" : text;
    }

    @Override
    public void close() {
        lines.close();
    }
}
