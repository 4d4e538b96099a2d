package io.regulus.parquet;

import io.regulus.files.DataFileException;
import io.regulus.files.MappedColumns;
import io.regulus.files.MappedRows;
import io.regulus.files.Problems;
import io.regulus.files.RowMapper;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Objects of the rows of files. */
final class ParquetMapped {
    private ParquetMapped() {}

    /** The objects of the good rows; the others are told to {@code problems}. */
    static <R> List<R> read(List<Path> paths, RowMapper<R> mapper, Problems problems) {
        MappedRows<R> rows = new MappedRows<>(mapper, problems);
        boolean any = false;
        for (Path path : paths) {
            try (ParquetTable table = new ParquetTable(path)) {
                Map<String, ParquetColumn> columns = new HashMap<>();
                List<String> names = table.columnNames();
                MappedColumns.positions(path, names, mapper.fileColumns()).forEach((column, position) -> {
                    if (position >= 0) {
                        columns.put(column, table.texts(names.get(position)));
                    }
                });
                table.begin();
                any |= table.rowsLeft() > 0;
                while (table.rowsLeft() > 0) {
                    add(table, columns, rows);
                }
            }
        }
        if (!any) {
            throw new DataFileException(paths + ": there are no rows");
        }
        return rows.rows();
    }

    private static <R> void add(ParquetTable table, Map<String, ParquetColumn> columns, MappedRows<R> rows) {
        Chunk chunk = new Chunk(table);
        Map<String, String[]> texts = new HashMap<>();
        columns.forEach((name, column) -> {
            String[] ofColumn = new String[chunk.rows()];
            column.readTexts(chunk, (row, text) -> ofColumn[row] = text.strip());
            texts.put(name, ofColumn);
        });
        for (int i = 0; i < chunk.rows(); i++) {
            int row = i;
            rows.add(table.path(), table.place(row), name -> {
                String[] ofColumn = texts.get(name);
                return ofColumn == null || ofColumn[row] == null ? "" : ofColumn[row];
            });
        }
        table.done(chunk.rows());
    }
}
