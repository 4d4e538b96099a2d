package io.regulus.spark.data;

import io.regulus.engine.NetworkPlan;
import io.regulus.engine.OutputPort;
import io.regulus.engine.TargetPort;
import io.regulus.model.ModelType;
import io.regulus.model.TypedRows;
import io.regulus.rows.RowEncoder;
import io.regulus.rows.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.tensorflow.types.TInt32;

/**
 * Rows of which a column is a component of the record that the network learns from.
 *
 * @param names which rows are validated on; nothing else of it is looked at
 */
record RecordNetworkRows<R>(ModelType<?> type, ModelType.Rows<R> records, ColumnNames names) implements NetworkRows {
    @Override
    public void requireTrainable(StructType schema) {
        RecordColumns.training(records.schema(), schema);
        names.validation(schema);
    }

    @Override
    public TrainingRows training(Dataset<?> data) {
        requireTrainable(data.schema());
        List<String> columns = new ArrayList<>(
                RecordColumns.training(records.schema(), data.schema()).names(data.schema()));
        names.validation().ifPresent(chosen -> {
            if (!columns.contains(chosen.column())) {
                columns.add(chosen.column());
            }
        });
        Dataset<Row> selected = data.selectExpr(NetworkRows.quoted(columns));
        // rows are read twice, to learn how they are encoded and to encode them: of an input that changes meanwhile, or
        // takes
        // long to compute, they are to be the same
        boolean kept = isKept(data) || isKept(selected);
        if (!kept) {
            selected.persist(StorageLevel.MEMORY_AND_DISK());
        }
        try {
            return training(selected.javaRDD(), selected.schema());
        } finally {
            if (!kept) {
                selected.unpersist();
            }
        }
    }

    private static boolean isKept(Dataset<?> data) {
        return !data.storageLevel().equals(StorageLevel.NONE());
    }

    private TrainingRows training(JavaRDD<Row> rows, StructType schema) {
        String modelClass = type.modelClass().getName();
        RecordColumns columns = RecordColumns.training(records.schema(), schema);
        OptionalInt validation = names.validation(schema);
        RowEncoder<R> encoder = PartitionLearner.learn(rows, modelClass, records, columns, RowUses.of(validation))
                .encoder();
        RowLayout layout = layout(type.plan(Map.of()));
        RecordEncoding encoding = new RecordEncoding(modelClass, columns, layout, encoder.toJson());
        return new TrainingRows(
                NumberedRows.of(rows, encoding, validation),
                layout,
                records.target() instanceof Target.Classes ? encoder.classNames() : List.of(),
                Map.of(TypedRows.ATTACHMENT, encoder.toJson()));
    }

    private RowLayout layout(NetworkPlan network) {
        List<RowLayout.Input> inputs = network.inputs().stream()
                .map(input -> new RowLayout.Input(
                        input.name(),
                        input.type() == TInt32.class ? RowLayout.Kind.INTS : RowLayout.Kind.FLOATS,
                        input.rowLength(),
                        1))
                .toList();
        OutputPort output = network.outputs().get(0);
        boolean label = output.target() instanceof TargetPort.Classes;
        return new RowLayout(
                inputs,
                List.of(new RowLayout.Target(
                        output.name(), label, label ? 1 : output.target().outputs())),
                records.schema().weight().isPresent());
    }

    @Override
    public RowPredictor predictor(StructType schema) {
        return new RecordPredictor(type.modelClass().getName(), RecordColumns.prediction(records.schema(), schema));
    }
}
