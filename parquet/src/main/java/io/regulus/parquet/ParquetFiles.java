package io.regulus.parquet;

import io.regulus.data.Blocks;
import io.regulus.data.DataStream;
import io.regulus.data.NameIndex;
import io.regulus.files.BadRows;
import io.regulus.files.ColumnRoles;
import io.regulus.files.DataFileException;
import io.regulus.files.DataFiles;
import io.regulus.files.MappedPass;
import io.regulus.files.MappedRows;
import io.regulus.files.Problems;
import io.regulus.files.TableReader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads tables from Parquet files. Every column is a feature unless it is the class label, a target or dropped; columns that are not
 * asked for are not read. In objects, see {@link #load(io.regulus.files.RowMapper)}, nulls and NaN are missing values.
 *
 * <pre>{@code
 * Dataset flowers = ParquetFiles.read(path).classLabel("species").load();
 * DataStream houses = ParquetFiles.read(january, february).drop("id", "town").target("price").stream();
 * }</pre>
 *
 * <p>Features and targets are numbers, made floats, and booleans, 0 or 1. Labels are texts, integers or booleans. Files may be
 * uncompressed or in snappy, gzip, zstd or lz4. Whatever cannot be read is refused, never guessed, with file, row group, row and column: a
 * null, NaN or infinite value makes its row a bad one; nested columns, dates and decimals are no features.
 */
public final class ParquetFiles extends TableReader<ParquetFiles> {
    private final List<Path> paths;

    private ParquetFiles(List<Path> paths, ColumnRoles roles, BadRows badRows) {
        super(roles, badRows);
        this.paths = paths;
    }

    /**
     * Files to read, one after the other, with the same columns; nothing is opened before {@link #load}, {@link #open} or {@link #stream}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ParquetFiles read(Path... files) {
        return new ParquetFiles(DataFiles.required(files), ColumnRoles.ALL, BadRows.REFUSE);
    }

    @Override
    protected ParquetFiles with(ColumnRoles changed) {
        return new ParquetFiles(paths, changed, badRows());
    }

    @Override
    protected ParquetFiles with(BadRows policy) {
        return new ParquetFiles(paths, roles(), policy);
    }

    /** As the ends of the files say, where no row may be left out. */
    @Override
    public OptionalLong rows() {
        return badRows().max() == 0
                ? OptionalLong.of(
                        paths.stream().mapToLong(ParquetTable::countRows).sum())
                : OptionalLong.empty();
    }

    /**
     * Rows that may be larger than memory: a pass holds the block that is asked for and the columns of one row group. Their number, and the
     * classes where {@link #classes} does not say them, are read now.
     *
     * @throws IllegalStateException if what was asked for contradicts itself
     * @throws DataFileException if a file is no such file, or the column of the label cannot be read
     * @throws java.io.UncheckedIOException if a file cannot be read
     */
    @Override
    public DataStream stream() {
        roles().refuseContradictions();
        return classes(classIndex(roles()).names()).streamOfKnownClasses();
    }

    private DataStream streamOfKnownClasses() {
        return super.stream();
    }

    @Override
    protected Blocks blocks(ColumnRoles columns, Problems problems) {
        return new ParquetBlocks(paths, columns, classIndex(columns), problems);
    }

    @Override
    protected MappedPass open(MappedRows<?> rows) {
        return new ParquetMapped(paths, rows);
    }

    private NameIndex classIndex(ColumnRoles roles) {
        if (!roles.hasLabel() || !roles.classes().isEmpty()) {
            return NameIndex.inOrder(roles.classes());
        }
        Set<String> found = new HashSet<>();
        for (Path path : paths) {
            try (ParquetTable table = new ParquetTable(path)) {
                ParquetColumn label = table.names(roles.label());
                table.begin();
                while (table.rowsLeft() > 0) {
                    Chunk chunk = new Chunk(table);
                    label.readTexts(chunk, (row, text) -> found.add(text));
                    found.remove("");
                    table.done(chunk.rows());
                }
            }
        }
        return NameIndex.sorted(found);
    }
}
