package io.regulus.spark.data;

import io.regulus.files.FileColumn;
import io.regulus.files.MappedColumns;
import io.regulus.rows.LabelColumn;
import io.regulus.rows.NumberLabel;
import io.regulus.rows.RowSchema;
import java.io.Serializable;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of a data frame that records are made of. They are read as texts, as those of CSV and Parquet files are, so that a model
 * understands rows of either alike.
 *
 * @param places where the columns of a record are in a row, by their names; only of those that there are
 */
record RecordColumns(Map<String, Integer> places) implements Serializable {
    private static final long serialVersionUID = 1;

    private static final String MISSING = "";

    RecordColumns {
        places = Map.copyOf(places);
    }

    /**
     * Those to predict on.
     *
     * @throws IllegalArgumentException if one is missing that may not, with the nearest name; or if one holds what is no value of a
     *     record
     */
    static RecordColumns prediction(RowSchema<?> schema, StructType table) {
        return of(schema.fileColumns(), table);
    }

    /**
     * Those to train on.
     *
     * @throws IllegalArgumentException as of {@link #prediction}, and if the column of a label is missing or holds no numbers where the
     *     label is one
     */
    static RecordColumns training(RowSchema<?> schema, StructType table) {
        RecordColumns columns = of(
                schema.fileColumns().stream()
                        .map(column -> column.label() ? column.required() : column)
                        .toList(),
                table);
        Iterator<FileColumn> ofLabels =
                schema.fileColumns().stream().filter(FileColumn::label).iterator();
        for (LabelColumn<?> label : schema.labels()) {
            columns.requireFits(
                    label, table.fields()[columns.places.get(ofLabels.next().name())]);
        }
        return columns;
    }

    private void requireFits(LabelColumn<?> label, StructField found) {
        boolean number = found.dataType() instanceof NumericType || found.dataType() instanceof StringType;
        if (label instanceof NumberLabel && !number) {
            throw new IllegalArgumentException("column '" + found.name() + "' is of type "
                    + found.dataType().simpleString() + ", and the label '" + label.name()
                    + "' is a number: cast it, or name another with @Column(\"...\")");
        }
    }

    private static RecordColumns of(List<FileColumn> wanted, StructType table) {
        Map<String, Integer> places = new HashMap<>(MappedColumns.positions(Arrays.asList(table.fieldNames()), wanted));
        places.values().removeIf(place -> place < 0);
        places.values().forEach(place -> requireText(table.fields()[place].name(), table.fields()[place].dataType()));
        return new RecordColumns(places);
    }

    private static void requireText(String column, DataType type) {
        boolean readable = type instanceof NumericType
                || type instanceof StringType
                || type instanceof BooleanType
                || type.equals(DataTypes.DateType)
                || type.equals(DataTypes.TimestampType)
                || type.equals(DataTypes.TimestampNTZType);
        if (!readable) {
            throw new IllegalArgumentException("column '" + column + "' is of type " + type.simpleString()
                    + ", and a component of a record is a number, a text, a truth value, a date or a time: cast it, or"
                    + " give its values columns of their own");
        }
    }

    /** Names of the columns in the data frame. */
    List<String> names(StructType table) {
        return places.values().stream()
                .sorted()
                .map(place -> table.fields()[place].name())
                .toList();
    }

    /**
     * Rows as records.
     *
     * @throws FlawedRowException naming the first row that the schema refuses
     */
    <R> List<R> records(RowSchema<R> schema, List<Row> rows) {
        List<R> records = new ArrayList<>(rows.size());
        for (Row row : rows) {
            try {
                records.add(schema.map(column -> text(row, column)));
            } catch (IllegalArgumentException refused) {
                throw new FlawedRowException(records.size(), refused.getMessage());
            }
        }
        return records;
    }

    private String text(Row row, String column) {
        Integer place = places.get(column);
        return place == null ? MISSING : text(row.get(place));
    }

    /** A moment is told in UTC, for executors may be in different time zones. */
    private static String text(Object value) {
        if (isMissing(value)) {
            return MISSING;
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        return value instanceof Timestamp moment ? moment.toInstant().toString() : value.toString();
    }

    private static boolean isMissing(Object value) {
        return value == null
                || (value instanceof Double number && number.isNaN())
                || (value instanceof Float number && number.isNaN());
    }
}
