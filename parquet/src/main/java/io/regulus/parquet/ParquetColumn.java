package io.regulus.parquet;

import io.regulus.files.DataFileException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/** A column of an open file, from the row that comes next on. */
final class ParquetColumn {
    private final Path path;
    private final ColumnDescriptor descriptor;
    private final PrimitiveType type;
    private ToDoubleFunction<ColumnReader> number = any -> Double.NaN;
    private Function<ColumnReader, String> text = reader -> "";
    private ColumnReader reader;
    private int group;
    private long row;

    ParquetColumn(Path path, ColumnDescriptor descriptor) {
        this.path = path;
        this.descriptor = descriptor;
        this.type = descriptor.getPrimitiveType();
    }

    /** A name of a row, counted from the first one that is read. */
    interface Names {
        void name(int row, String text);
    }

    String name() {
        return type.getName();
    }

    ColumnDescriptor descriptor() {
        return descriptor;
    }

    /** A row group begins. */
    void begin(int number, ColumnReader values) {
        group = number;
        row = 0;
        reader = values;
    }

    private boolean plainOrInteger() {
        LogicalTypeAnnotation annotation = type.getLogicalTypeAnnotation();
        return annotation == null || annotation instanceof IntLogicalTypeAnnotation;
    }

    private boolean unsigned() {
        return type.getLogicalTypeAnnotation() instanceof IntLogicalTypeAnnotation integer && !integer.isSigned();
    }

    /**
     * To be read as numbers.
     *
     * @throws DataFileException if it holds something else
     */
    void requireNumbers() {
        switch (plainOrInteger() ? type.getPrimitiveTypeName() : PrimitiveType.PrimitiveTypeName.BINARY) {
            case BOOLEAN -> number = values -> values.getBoolean() ? 1 : 0;
            case INT32 ->
                number = unsigned() ? values -> Integer.toUnsignedLong(values.getInteger()) : ColumnReader::getInteger;
            case INT64 ->
                number = unsigned()
                        ? values -> Double.parseDouble(Long.toUnsignedString(values.getLong()))
                        : ColumnReader::getLong;
            case FLOAT -> number = ColumnReader::getFloat;
            case DOUBLE -> number = ColumnReader::getDouble;
            default ->
                throw new DataFileException(path + ": column '" + name() + "' holds " + type
                        + ", no numbers; leave it out with drop(\"" + name() + "\"), or write it as double");
        }
    }

    /**
     * To be read as names of classes.
     *
     * @throws DataFileException if it holds numbers with fractions, dates or bytes
     */
    void requireNames() {
        boolean string = type.getLogicalTypeAnnotation() instanceof LogicalTypeAnnotation.StringLogicalTypeAnnotation
                || type.getLogicalTypeAnnotation() instanceof LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
        text = switch (plainOrInteger() || string
                ? type.getPrimitiveTypeName()
                : PrimitiveType.PrimitiveTypeName.INT96) {
            case BINARY -> values -> values.getBinary().toStringUsingUTF8();
            case BOOLEAN -> values -> Boolean.toString(values.getBoolean());
            case INT32 ->
                unsigned()
                        ? values -> Integer.toUnsignedString(values.getInteger())
                        : values -> Integer.toString(values.getInteger());
            case INT64 ->
                unsigned()
                        ? values -> Long.toUnsignedString(values.getLong())
                        : values -> Long.toString(values.getLong());
            default ->
                throw new DataFileException(path + ": column '" + name() + "' holds " + type
                        + ", no names of classes; write it as text or integers");
        };
    }

    /**
     * Reads the next rows as numbers.
     *
     * @param into where they go, the first to {@code at}, each {@code step} behind the one before
     */
    void read(int rows, float[] into, int at, int step) {
        for (int i = 0; i < rows; i++) {
            requireValue();
            double value = number();
            float rounded = (float) value;
            if (!Float.isFinite(rounded)) {
                throw refused(value + " is no finite float; mend it, or leave the row out where the file is written");
            }
            into[at + i * step] = rounded;
            consume();
        }
    }

    /** Reads the next rows as names. */
    void read(int rows, Names into) {
        for (int i = 0; i < rows; i++) {
            requireValue();
            into.name(i, text());
            consume();
        }
    }

    // The Parquet library follows a damaged file into errors of any kind: its calls, and no others, are guarded

    private double number() {
        try {
            return number.applyAsDouble(reader);
        } catch (RuntimeException broken) {
            throw damaged(broken);
        }
    }

    private String text() {
        try {
            return text.apply(reader);
        } catch (RuntimeException broken) {
            throw damaged(broken);
        }
    }

    private void consume() {
        try {
            reader.consume();
        } catch (RuntimeException broken) {
            throw damaged(broken);
        }
        row++;
    }

    private void requireValue() {
        if (reader.getCurrentDefinitionLevel() < descriptor.getMaxDefinitionLevel()) {
            throw refused("null; fill it in, or leave the row out where the file is written");
        }
    }

    /** What is wrong with the row that is being read. */
    DataFileException refused(String why) {
        return new DataFileException(
                path + ": row group " + group + ", row " + row + ", column '" + name() + "': " + why);
    }

    private DataFileException damaged(RuntimeException broken) {
        return new DataFileException(
                path + ": row group " + group + ", row " + row + ", column '" + name() + "' cannot be read: "
                        + broken.getMessage() + ". The file is damaged; restore it from a copy",
                broken);
    }
}
