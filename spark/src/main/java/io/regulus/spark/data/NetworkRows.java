package io.regulus.spark.data;

import io.regulus.model.ModelType;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;

/** How the rows of data frames become what a network reads and learns. */
public sealed interface NetworkRows permits ColumnNetworkRows, RecordNetworkRows {
    /**
     * That of a network.
     *
     * @param names which columns are what; of a network that learns from records only which rows are validated on
     */
    static NetworkRows of(ModelType<?> type, ColumnNames names) {
        return type.rows()
                .<NetworkRows>map(rows -> new RecordNetworkRows<>(type, rows, names))
                .orElseGet(() -> new ColumnNetworkRows(type.plan(Map.of()), names));
    }

    /**
     * Looks whether it can be trained on such columns.
     *
     * @throws IllegalArgumentException naming the column, if one is missing or has a type or a length that does not fit
     */
    void requireTrainable(StructType schema);

    /**
     * What of a data frame it is trained on.
     *
     * @throws IllegalArgumentException naming the column, the row and the value, if something does not fit
     */
    TrainingRows training(Dataset<?> data);

    /**
     * How it predicts on such columns.
     *
     * @throws IllegalArgumentException naming the column, if one is missing or has a type or a length that does not fit
     */
    RowPredictor predictor(StructType schema);

    /** Names of the columns as {@code Dataset.select} takes them, whatever letters they have. */
    static String[] quoted(List<String> columns) {
        return columns.stream().map(name -> "`" + name.replace("`", "``") + "`").toArray(String[]::new);
    }
}
