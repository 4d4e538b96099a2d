package io.regulus.parquet;

import io.regulus.files.DataFileException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** An open file: its columns, and where in its row groups it stands. */
final class ParquetTable implements AutoCloseable {
    private final Path path;
    private final ParquetFileReader reader;
    private final MessageType schema;
    private final List<ParquetColumn> features;
    private final List<ParquetColumn> targets;
    private final List<ParquetColumn> labels;
    private int group = -1;
    private int rowsLeft;

    ParquetTable(Path path, ParquetRequest request) {
        this.path = path;
        reader = open(path);
        try {
            MessageType all = reader.getFileMetaData().getSchema();
            List<String> names = featureNames(all, request);
            features = columns(all, names);
            targets = columns(all, request.targets());
            labels = columns(all, request.hasLabel() ? List.of(request.label()) : List.of());
            features.forEach(ParquetColumn::requireNumbers);
            targets.forEach(ParquetColumn::requireNumbers);
            labels.forEach(ParquetColumn::requireNames);
            Set<Type> asked = new LinkedHashSet<>();
            columns().forEach(column -> asked.add(all.getType(column.name())));
            schema = new MessageType(all.getName(), List.copyOf(asked));
            reader.setRequestedSchema(schema);
            nextGroup();
        } catch (RuntimeException | Error failure) {
            close();
            throw failure;
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
            throw new UncheckedIOException("cannot read " + path + ": there is no such file", none);
        } catch (IOException | RuntimeException broken) {
            throw new DataFileException(
                    path + ": no whole Parquet file: " + broken.getMessage()
                            + ". It is cut off, damaged or of another format; write it anew, or restore it from a copy",
                    broken);
        }
    }

    private List<String> featureNames(MessageType all, ParquetRequest request) {
        if (!request.hasFeatures()) {
            return List.of();
        }
        if (!request.features().isEmpty()) {
            return request.features();
        }
        Set<String> names = new LinkedHashSet<>();
        all.getFields().forEach(field -> names.add(field.getName()));
        request.dropped().forEach(name -> require(names.remove(name), name, all));
        request.targets().forEach(names::remove);
        names.remove(request.label());
        if (names.isEmpty()) {
            throw new DataFileException(path + ": no column is left to be a feature; there are " + fieldNames(all));
        }
        return List.copyOf(names);
    }

    private List<ParquetColumn> columns(MessageType all, List<String> names) {
        List<ParquetColumn> columns = new ArrayList<>();
        for (String name : names) {
            require(all.containsField(name), name, all);
            if (!all.getType(name).isPrimitive() || all.getType(name).isRepetition(Type.Repetition.REPEATED)) {
                throw new DataFileException(path + ": column '" + name + "' is nested (" + all.getType(name)
                        + "), and a value per row is read; leave it out with drop(\"" + name
                        + "\"), or write its values as columns");
            }
            ColumnDescriptor column = all.getColumnDescription(new String[] {name});
            columns.add(new ParquetColumn(path, column));
        }
        return columns;
    }

    private void require(boolean there, String name, MessageType all) {
        if (!there) {
            throw new DataFileException(path + ": there is no column '" + name + "'; there are " + fieldNames(all));
        }
    }

    private static List<String> fieldNames(MessageType all) {
        return all.getFields().stream().map(Type::getName).toList();
    }

    private List<ParquetColumn> columns() {
        List<ParquetColumn> columns = new ArrayList<>(features);
        columns.addAll(targets);
        columns.addAll(labels);
        return columns;
    }

    /** Goes to the next row group that has rows, if there is one. */
    private void nextGroup() {
        try {
            PageReadStore pages = null;
            do {
                group++;
                pages = reader.readNextRowGroup();
            } while (pages != null && pages.getRowCount() == 0);
            if (pages != null) {
                ColumnReadStoreImpl store = new ColumnReadStoreImpl(
                        pages, new NoRecords(), schema, reader.getFileMetaData().getCreatedBy());
                for (ParquetColumn column : columns()) {
                    column.begin(group, store.getColumnReader(column.descriptor()));
                }
                rowsLeft = Math.toIntExact(pages.getRowCount());
            }
        } catch (IOException | RuntimeException broken) {
            throw new DataFileException(
                    path + ": row group " + group + " cannot be read: " + broken.getMessage()
                            + ". The file is damaged, or compressed in a way that is not known here; write it anew with snappy, gzip, zstd or lz4",
                    broken);
        }
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

    List<String> featureNames() {
        return features.stream().map(ParquetColumn::name).toList();
    }

    List<ParquetColumn> features() {
        return features;
    }

    List<ParquetColumn> targets() {
        return targets;
    }

    /** The column of the label, where one is asked for. */
    ParquetColumn label() {
        return labels.get(0);
    }

    /** Rows of the file. */
    long rows() {
        return reader.getRecordCount();
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
