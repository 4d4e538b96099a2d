package io.regulus.parquet;

import io.regulus.files.DataFileException;
import io.regulus.files.MappedColumns;
import io.regulus.files.MappedPass;
import io.regulus.files.MappedRows;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A pass over files, the first to the last, that makes objects of their rows. */
final class ParquetMapped implements MappedPass {
    private final List<Path> paths;
    private final MappedRows<?> rows;
    private final Iterator<Path> next;
    private final Map<String, ParquetColumn> columns = new HashMap<>();
    private Optional<ParquetTable> table = Optional.empty();
    private boolean any;

    ParquetMapped(List<Path> paths, MappedRows<?> rows) {
        this.paths = paths;
        this.rows = rows;
        this.next = paths.iterator();
        open(next.next());
    }

    private void open(Path path) {
        close();
        ParquetTable opened = new ParquetTable(path);
        table = Optional.of(opened);
        try {
            columns.clear();
            List<String> names = opened.columnNames();
            MappedColumns.positions(path, names, rows.fileColumns()).forEach((column, position) -> {
                if (position >= 0) {
                    columns.put(column, opened.texts(names.get(position)));
                }
            });
            opened.begin();
        } catch (RuntimeException | Error failure) {
            close();
            throw failure;
        }
    }

    @Override
    public boolean next() {
        while (table.map(ParquetTable::rowsLeft).orElse(0) == 0) {
            if (!next.hasNext()) {
                requireAny();
                return false;
            }
            open(next.next());
        }
        any = true;
        add(table.orElseThrow());
        return true;
    }

    private void requireAny() {
        if (!any) {
            throw new DataFileException(paths + ": there are no rows");
        }
    }

    private void add(ParquetTable opened) {
        Chunk chunk = new Chunk(opened);
        Map<String, String[]> texts = new HashMap<>();
        columns.forEach((name, column) -> {
            String[] ofColumn = new String[chunk.rows()];
            column.readTexts(chunk, (row, text) -> ofColumn[row] = text);
            texts.put(name, ofColumn);
        });
        for (int i = 0; i < chunk.rows(); i++) {
            int row = i;
            rows.add(opened.path(), opened.place(row), name -> {
                String[] ofColumn = texts.get(name);
                return ofColumn == null || ofColumn[row] == null ? "" : ofColumn[row];
            });
        }
        opened.done(chunk.rows());
    }

    @Override
    public void close() {
        table.ifPresent(ParquetTable::close);
        table = Optional.empty();
    }
}
