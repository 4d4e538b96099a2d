package io.regulus.files;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.regulus.data.Names;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Makes an object of each line of a CSV file, noting every field that cannot be read. */
final class CsvMapped implements RowFields.Source {
    private final Path path;
    private final Map<String, Integer> columns;
    private final Set<String> missing;
    private final Problems problems;
    private CsvRecord record;

    private CsvMapped(Path path, Map<String, Integer> columns, Set<String> missing, Problems problems) {
        this.path = path;
        this.columns = columns;
        this.missing = missing;
        this.problems = problems;
    }

    /** The objects of the good lines; the others are told to {@code problems}. */
    static <R> List<R> read(Path path, CsvFormat format, RowMapper<R> mapper, Problems problems) {
        try (CsvLines lines = CsvLines.open(path, format)) {
            CsvMapped mapped = new CsvMapped(
                    path,
                    MappedColumns.positions(path, lines.names(), mapper.fileColumns()),
                    format.missing(),
                    problems);
            List<R> rows = new ArrayList<>();
            while (lines.hasNext()) {
                mapped.record = lines.next();
                if (lines.isWhole(mapped.record, problems)) {
                    mapped.add(mapper, rows);
                }
            }
            return rows;
        }
    }

    private <R> void add(RowMapper<R> mapper, List<R> rows) {
        int before = problems.count();
        R row = null;
        try {
            row = mapper.map(new RowFields(this));
        } catch (DataFileException tooManyBadRows) {
            throw tooManyBadRows;
        } catch (RuntimeException refused) {
            // what stands for a field that was no number may be what the class refuses
            if (problems.count() == before) {
                problems.add(
                        path,
                        CsvLines.place(record),
                        "refused",
                        "is refused by its class: "
                                + Objects.requireNonNullElse(refused.getMessage(), refused.toString()),
                        "Correct the values, or what the constructor of the class allows.");
            }
        }
        if (problems.count() == before) {
            rows.add(row);
        }
    }

    @Override
    public String text(String column) {
        int position = columns.get(column);
        String text = position < 0 ? "" : record.getField(position).strip();
        return missing.contains(text) ? "" : text;
    }

    @Override
    public void report(String column, String reason, String cure) {
        problems.add(
                path,
                CsvLines.place(record),
                column + " " + cure,
                "column '" + Names.shown(column) + "': " + reason,
                cure);
    }
}
