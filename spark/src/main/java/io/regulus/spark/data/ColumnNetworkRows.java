package io.regulus.spark.data;

import io.regulus.engine.NetworkPlan;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Rows of which a column is an input, an output or a weight of the network. */
record ColumnNetworkRows(NetworkPlan network, ColumnNames names) implements NetworkRows {
    @Override
    public void requireTrainable(StructType schema) {
        NetworkColumns.training(network, names, schema);
        names.validation(schema);
    }

    @Override
    public TrainingRows training(Dataset<?> data) {
        requireTrainable(data.schema());
        // Spark then reads no other column, where the input has columns
        Dataset<Row> selected = data.selectExpr(NetworkRows.quoted(names.all()));
        NetworkColumns.Found found = NetworkColumns.training(network, names, selected.schema());
        OptionalInt validation = names.validation(selected.schema());
        return new TrainingRows(
                NumberedRows.of(selected.javaRDD(), found.rows(), validation),
                found.rows().layout(),
                found.classNames(),
                Map.of());
    }

    @Override
    public RowPredictor predictor(StructType schema) {
        return new ColumnPredictor(NetworkColumns.prediction(network, names, schema));
    }
}
