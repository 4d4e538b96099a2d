package io.regulus.files;

import io.regulus.data.Blocks;
import io.regulus.data.Dataset;
import java.nio.file.Path;
import java.util.Optional;

/** A pass over a CSV file. */
final class CsvBlocks implements Blocks {
    private final CsvLines lines;
    private final CsvRows rows;

    private CsvBlocks(CsvLines lines, CsvRows rows) {
        this.lines = lines;
        this.rows = rows;
    }

    /** Opens the file and finds the columns. */
    static Blocks open(Path path, CsvFormat format, ColumnRoles roles, Problems problems) {
        CsvLines lines = CsvLines.open(path, format);
        try {
            return new CsvBlocks(
                    lines,
                    new CsvRows(
                            path, CsvColumns.resolve(path, lines.names(), format, roles), roles.classes(), problems));
        } catch (RuntimeException | Error failure) {
            lines.close();
            throw failure;
        }
    }

    @Override
    public Optional<Dataset> next(int count) {
        while (rows.size() < count && lines.hasNext()) {
            rows.add(lines, lines.next());
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.take());
    }

    @Override
    public void close() {
        lines.close();
    }
}
