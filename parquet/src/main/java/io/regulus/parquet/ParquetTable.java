package io.regulus.parquet;

import io.regulus.data.Names;
import io.regulus.files.ColumnRoles;
import io.regulus.files.DataFileException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** An open file: its columns, and where in its row groups it stands. */
final class ParquetTable implements AutoCloseable {
    /** As {@code org.apache.parquet.io.LocalInputFile@1d01dfa5}. */
    private static final Pattern OBJECT = Pattern.compile("[\\w.$]+@[0-9a-f]+\\b");

    private final Path path;
    private final ParquetFileReader reader;
    private final MessageType all;
    /** Those that are read, one of each name. */
    private final Map<String, ParquetColumn> columns = new LinkedHashMap<>();

    private MessageType schema;
    private int group = -1;
    private int groupRows;
    private int rowsLeft;

    /** Opens a file: columns are asked for, then it {@linkplain #begin begins}. */
    ParquetTable(Path path) {
        this.path = path;
        reader = open(path);
        all = reader.getFileMetaData().getSchema();
        schema = all;
    }

    /** Rows of a file, as its end has them: no row group is read. */
    static long countRows(Path path) {
        try (ParquetFileReader file = open(path)) {
            return file.getRecordCount();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot close " + path + ": " + failure.getMessage(), failure);
        }
    }

    private static ParquetFileReader open(Path path) {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new Codecs())
                .usePageChecksumVerification()
                .build();
        try {
            // parquet-java opens a folder and a file of one byte with failures that say nothing
            if (!Files.isRegularFile(path)) {
                throw new NoSuchFileException(path.toString());
            }
            return ParquetFileReader.open(new LocalInputFile(path), options);
        } catch (NoSuchFileException | FileNotFoundException none) {
            throw new UncheckedIOException("cannot read " + path + ": there is no such file; check the path", none);
        } catch (IOException | RuntimeException broken) {
            throw new DataFileException(
                    path + ": no whole Parquet file: " + reason(broken)
                            + ". It is cut off, damaged or of another format; write it anew, or restore it from a copy",
                    broken);
        }
    }

    Path path() {
        return path;
    }

    /** The names of all columns. */
    List<String> columnNames() {
        return all.getFields().stream().map(Type::getName).toList();
    }

    /** The features: those asked for, or all that are nothing else. */
    List<String> featureNames(ColumnRoles roles) {
        roles.refuseLearntFeatures(path);
        if (!roles.features().isEmpty()) {
            return roles.features();
        }
        Set<String> names = new LinkedHashSet<>(columnNames());
        roles.dropped().forEach(name -> require(names.remove(name), name));
        roles.targets().forEach(names::remove);
        names.remove(roles.label());
        if (names.isEmpty()) {
            throw new DataFileException(path + ": no column is left to be a feature; there are " + columnNames());
        }
        return List.copyOf(names);
    }

    /** Asks for a column of numbers. */
    ParquetColumn numbers(String name) {
        ParquetColumn column = column(name);
        column.requireNumbers();
        return column;
    }

    /** Asks for a column of names of classes. */
    ParquetColumn names(String name) {
        ParquetColumn column = column(name);
        column.requireNames();
        return column;
    }

    /** Asks for a column of any values, as texts. */
    ParquetColumn texts(String name) {
        ParquetColumn column = column(name);
        column.requireTexts();
        return column;
    }

    private ParquetColumn column(String name) {
        require(all.containsField(name), name);
        if (!all.getType(name).isPrimitive() || all.getType(name).isRepetition(Type.Repetition.REPEATED)) {
            throw new DataFileException(path + ": column '" + name + "' is nested (" + all.getType(name)
                    + "), and a value per row is read; leave it out with drop(\"" + name
                    + "\"), or write its values as columns");
        }
        ParquetColumn column = new ParquetColumn(path, all.getColumnDescription(new String[] {name}));
        if (columns.put(name, column) != null) {
            throw new DataFileException(path + ": column '" + name + "' is asked for twice");
        }
        return column;
    }

    private void require(boolean there, String name) {
        if (!there) {
            throw new DataFileException(path + ": there is no column '" + name + "'"
                    + Names.suggestion(name, columnNames()) + " There are " + columnNames());
        }
    }

    /** Begins to read the columns that were asked for. */
    void begin() {
        List<Type> asked = columns.keySet().stream().map(all::getType).toList();
        schema = new MessageType(all.getName(), asked);
        reader.setRequestedSchema(schema);
        nextGroup();
    }

    /** Goes to the next row group that has rows, if there is one. */
    private void nextGroup() {
        List<BlockMetaData> groups = reader.getRowGroups();
        do {
            group++;
        } while (group < groups.size() && groups.get(group).getRowCount() == 0);
        if (group == groups.size()) {
            return;
        }
        int rows = requirePossible(groups.get(group));
        PageReadStore pages = pages();
        for (ParquetColumn column : columns.values()) {
            long values = pages.getPageReader(column.descriptor()).getTotalValueCount();
            if (values != rows) {
                throw damaged("column '" + column.name() + "' has " + values + " values in " + rows + " rows");
            }
        }
        readers(pages).forEach((column, values) -> column.begin(group, values));
        groupRows = rows;
        rowsLeft = rows;
    }

    /** The rows of a row group; what it says of itself is held against the file before memory is taken for it. */
    private int requirePossible(BlockMetaData about) {
        long rows = about.getRowCount();
        if (rows < 0) {
            throw damaged("it has " + rows + " rows");
        }
        if (rows > Integer.MAX_VALUE) {
            throw new DataFileException(path + ": row group " + group + " has " + rows
                    + " rows, and at most 2^31 - 1 are read; write the file anew in smaller row groups");
        }
        long length = fileLength();
        for (ColumnChunkMetaData chunk : about.getColumns()) {
            long start = chunk.getStartingPos();
            if (start < 0 || chunk.getTotalSize() < 0 || chunk.getTotalSize() > length - start) {
                throw damaged("column " + chunk.getPath() + " has " + chunk.getTotalSize() + " bytes from byte " + start
                        + " on, and the file has " + length + " bytes");
            }
        }
        return (int) rows;
    }

    private long fileLength() {
        try {
            return Files.size(path);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + path + ": " + failure.getMessage(), failure);
        }
    }

    // The Parquet library follows a damaged file into errors of any kind: its calls, and no others, are guarded

    private PageReadStore pages() {
        try {
            return reader.readNextRowGroup();
        } catch (IOException | RuntimeException broken) {
            throw unreadable(broken);
        }
    }

    private Map<ParquetColumn, ColumnReader> readers(PageReadStore pages) {
        try {
            ColumnReadStoreImpl store = new ColumnReadStoreImpl(
                    pages, new NoRecords(), schema, reader.getFileMetaData().getCreatedBy());
            Map<ParquetColumn, ColumnReader> readers = new LinkedHashMap<>();
            for (ParquetColumn column : columns.values()) {
                readers.put(column, store.getColumnReader(column.descriptor()));
            }
            return readers;
        } catch (RuntimeException broken) {
            throw unreadable(broken);
        }
    }

    /** What the library says of a damaged file, without the names of its objects; often it says nothing. */
    static String reason(Exception broken) {
        String message = broken.getMessage();
        return message == null || message.isBlank()
                ? "its parts do not fit together"
                : OBJECT.matcher(message).replaceAll("it");
    }

    private DataFileException unreadable(Exception broken) {
        return new DataFileException(
                path + ": row group " + group + " cannot be read: " + reason(broken)
                        + ". The file is damaged, or compressed in a way that is not known here; write it anew with snappy, gzip, zstd or lz4",
                broken);
    }

    private DataFileException damaged(String how) {
        return new DataFileException(path + ": row group " + group + " cannot be read: " + how
                + ". The file is damaged; write it anew, or restore it from a copy");
    }

    /** Columns are read as such: there are no records to convert to. */
    private static final class NoRecords extends GroupConverter {
        @Override
        public Converter getConverter(int field) {
            return new PrimitiveConverter() {};
        }

        @Override
        public void start() {}

        @Override
        public void end() {}
    }

    /** Where a row is, of those that come next. */
    String place(int row) {
        return "row group " + group + ", row " + (groupRows - rowsLeft + row);
    }

    /** Rows of this row group that are not read yet; 0 after the last row of the file. */
    int rowsLeft() {
        return rowsLeft;
    }

    /** Notes that every column has read so many rows. */
    void done(int rows) {
        rowsLeft -= rows;
        if (rowsLeft == 0) {
            nextGroup();
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot close " + path + ": " + failure.getMessage(), failure);
        }
    }
}
