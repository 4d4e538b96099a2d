package io.regulus.parquet;

import io.regulus.files.DataFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

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

    /** Gets the text of a row, counted from the first one that is read. */
    interface Texts {
        void text(int row, String text);
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
        switch (plainOrInteger() ? type.getPrimitiveTypeName() : PrimitiveTypeName.BINARY) {
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
        text = exactText()
                .orElseThrow(() -> new DataFileException(path + ": column '" + name() + "' holds " + type
                        + ", no names of classes; write it as text or integers"));
    }

    /**
     * To be read as texts, whatever it holds but dates, decimals and bytes; NaN is missing.
     *
     * @throws DataFileException if it holds these
     */
    void requireTexts() {
        boolean plain = type.getLogicalTypeAnnotation() == null;
        if (plain && type.getPrimitiveTypeName() == PrimitiveTypeName.FLOAT) {
            text = values -> Float.isNaN(values.getFloat()) ? "" : Float.toString(values.getFloat());
        } else if (plain && type.getPrimitiveTypeName() == PrimitiveTypeName.DOUBLE) {
            text = values -> Double.isNaN(values.getDouble()) ? "" : Double.toString(values.getDouble());
        } else {
            text = exactText()
                    .orElseThrow(() -> new DataFileException(path + ": column '" + name() + "' holds " + type
                            + ", neither text nor numbers nor booleans; write it as one of these"));
        }
    }

    /** How texts, integers and booleans are read as texts; empty where it holds something else. */
    private Optional<Function<ColumnReader, String>> exactText() {
        boolean string = type.getLogicalTypeAnnotation() instanceof LogicalTypeAnnotation.StringLogicalTypeAnnotation
                || type.getLogicalTypeAnnotation() instanceof LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
        boolean bytes = type.getPrimitiveTypeName() == PrimitiveTypeName.BINARY && !string;
        if (bytes || (!plainOrInteger() && !string)) {
            return Optional.empty();
        }
        return switch (type.getPrimitiveTypeName()) {
            case BINARY -> Optional.of(values -> values.getBinary().toStringUsingUTF8());
            case BOOLEAN -> Optional.of(values -> Boolean.toString(values.getBoolean()));
            case INT32 ->
                Optional.of(
                        unsigned()
                                ? values -> Integer.toUnsignedString(values.getInteger())
                                : values -> Integer.toString(values.getInteger()));
            case INT64 ->
                Optional.of(
                        unsigned()
                                ? values -> Long.toUnsignedString(values.getLong())
                                : values -> Long.toString(values.getLong()));
            default -> Optional.empty();
        };
    }

    /**
     * Reads the next rows as numbers.
     *
     * @param into where they go, the first to {@code at}, each {@code step} behind the one before
     */
    void readNumbers(Chunk chunk, float[] into, int at, int step) {
        for (int i = 0; i < chunk.rows(); i++) {
            if (isNull()) {
                problem(chunk, i, "is null");
            } else {
                double value = number();
                float rounded = (float) value;
                if (!Float.isFinite(rounded)) {
                    problem(chunk, i, value + " is no finite float");
                }
                into[at + i * step] = rounded;
            }
            consume();
        }
    }

    private void problem(Chunk chunk, int row, String what) {
        chunk.problem(
                row,
                name(),
                what,
                "Correct or fill in the values of '" + name()
                        + "' where the file is written, leave the column out with drop(\"" + name()
                        + "\"), or those rows with badRows(BadRows.skip(...)).");
    }

    /** Reads the next rows as texts, without blanks around them; there is none of a row with null. */
    void readTexts(Chunk chunk, Texts into) {
        for (int i = 0; i < chunk.rows(); i++) {
            if (!isNull()) {
                into.text(i, text().strip());
            }
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

    private boolean isNull() {
        return reader.getCurrentDefinitionLevel() < descriptor.getMaxDefinitionLevel();
    }

    private DataFileException damaged(RuntimeException broken) {
        return new DataFileException(
                path + ": row group " + group + ", row " + row + ", column '" + name() + "' cannot be read: "
                        + ParquetTable.reason(broken) + ". The file is damaged; restore it from a copy",
                broken);
    }
}
