package io.regulus.files;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Objects of the lines of a CSV file. */
final class CsvMapped {
    private CsvMapped() {}

    /** The objects of the good lines; the others are told to {@code problems}. */
    static <R> List<R> read(Path path, CsvFormat format, RowMapper<R> mapper, Problems problems) {
        try (CsvLines lines = CsvLines.open(path, format)) {
            Map<String, Integer> columns = MappedColumns.positions(path, lines.names(), mapper.fileColumns());
            MappedRows<R> rows = new MappedRows<>(mapper, problems);
            while (lines.hasNext()) {
                CsvRecord line = lines.next();
                if (lines.isWhole(line, problems)) {
                    rows.add(path, CsvLines.place(line), column -> text(line, columns.get(column), format));
                }
            }
            return rows.rows();
        }
    }

    private static String text(CsvRecord line, int position, CsvFormat format) {
        String text = position < 0 ? "" : line.getField(position).strip();
        return format.missing().contains(text) ? "" : text;
    }
}
