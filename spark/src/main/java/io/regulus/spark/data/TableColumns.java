package io.regulus.spark.data;

import io.regulus.data.Names;
import io.regulus.spark.data.ColumnNames.Chosen;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns of a data frame, found by name and looked at before a row is. */
final class TableColumns {
    private static final int WIDTH_UNKNOWN = -1;

    private final StructType schema;

    TableColumns(StructType schema) {
        this.schema = schema;
    }

    private int index(Chosen chosen) {
        List<String> names = Arrays.asList(schema.fieldNames());
        int index = names.indexOf(chosen.column());
        if (index < 0) {
            throw new IllegalArgumentException("there is no column '" + chosen.column() + "', which " + chosen.param()
                    + " names: the columns are " + names + Names.suggestion(chosen.column(), names));
        }
        if (index != names.lastIndexOf(chosen.column())) {
            throw new IllegalArgumentException("there are several columns '" + chosen.column() + "', which "
                    + chosen.param() + " names: rename all but one");
        }
        return index;
    }

    /**
     * A column of numbers.
     *
     * @param allowed how they may be held
     * @param wanted the same in words
     * @throws IllegalArgumentException naming the nearest one, if there is none; or if it has another type
     */
    Cell.Column numbers(Chosen chosen, List<CellType> allowed, String wanted) {
        int index = index(chosen);
        CellType type = CellType.of(schema.fields()[index].dataType())
                .filter(allowed::contains)
                .orElseThrow(() -> wrongType(chosen, index, wanted));
        return new Cell.Column(chosen.column(), index, type);
    }

    /** The place of a column of truth values. */
    int truths(Chosen chosen) {
        int index = index(chosen);
        if (!(schema.fields()[index].dataType() instanceof BooleanType)) {
            throw wrongType(chosen, index, "a column of type boolean");
        }
        return index;
    }

    private IllegalArgumentException wrongType(Chosen chosen, int index, String wanted) {
        return new IllegalArgumentException("column '" + chosen.column() + "', which " + chosen.param()
                + " names, is of type " + schema.fields()[index].dataType().simpleString() + ", and " + wanted
                + " is needed: "
                + (schema.fields()[index].dataType() instanceof StringType
                        ? "number its values with a StringIndexer, cast it if they are numbers, or name another column"
                        : "cast it, or name another column"));
    }

    /** Refuses vectors of which Spark knows that they have another length. */
    void requireWidth(Cell.Column column, int expected) {
        if (column.type() == CellType.VECTOR) {
            int width = AttributeGroup.fromStructField(field(column)).size();
            if (width != WIDTH_UNKNOWN && width != expected) {
                throw new IllegalArgumentException("column '" + column.name() + "' has vectors of " + width
                        + " values, and the network takes " + expected);
            }
        }
    }

    /** Names of the classes that a column of labels stands for, where whoever made it, such as a StringIndexer, has noted them. */
    List<String> classNames(Cell.Column column) {
        StructField field = field(column);
        if (Attribute.fromStructField(field) instanceof NominalAttribute nominal
                && nominal.values().isDefined()) {
            return List.of(nominal.values().get());
        }
        return List.of();
    }

    private StructField field(Cell.Column column) {
        return schema.fields()[column.index()];
    }
}
