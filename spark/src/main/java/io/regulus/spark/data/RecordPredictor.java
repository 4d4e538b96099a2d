package io.regulus.spark.data;

import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.model.ModelType;
import io.regulus.model.TypedRows;
import io.regulus.rows.Target;
import java.util.List;
import org.apache.spark.sql.Row;

/** Predicts on rows of which a column is a component of a record, encoded as the model has learned. */
final class RecordPredictor implements RowPredictor {
    private static final long serialVersionUID = 1;

    private final String modelClass;
    private final RecordColumns columns;
    /** Made once for a task, which has one model. */
    private transient RecordBlocks<?> blocks;

    /**
     * @param modelClass name of the generated class of models
     */
    RecordPredictor(String modelClass, RecordColumns columns) {
        this.modelClass = modelClass;
        this.columns = columns;
    }

    @Override
    public List<float[][]> predict(Model model, List<Row> rows, long first) {
        ModelType.Rows<?> records = ModelTypes.of(modelClass).rows().orElseThrow();
        if (blocks == null) {
            blocks = RecordBlocks.of(
                    columns, records, model.attachment(TypedRows.ATTACHMENT).orElseThrow());
        }
        Dataset features;
        try {
            features = blocks.features(rows);
        } catch (FlawedRowException flaw) {
            throw flaw.of(first);
        }
        List<float[][]> outputs = model.outputs(features);
        return records.target() instanceof Target.Amounts
                ? List.<float[][]>of(blocks.encoder().values(outputs.get(0)))
                : outputs;
    }
}
