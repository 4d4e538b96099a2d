package io.regulus.spark.data;

import io.regulus.data.Dataset;
import io.regulus.model.ModelType;
import io.regulus.rows.RefusedRowException;
import io.regulus.rows.RowEncoder;
import io.regulus.rows.RowSchema;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Row;

/** Rows of a data frame, read as records, as what a network reads and learns: many at a time. */
record RecordBlocks<R>(RecordColumns columns, RowSchema<R> schema, RowEncoder<R> encoder) {
    /**
     * With an encoding.
     *
     * @param learned by {@link RowEncoder#toJson}
     */
    static <R> RecordBlocks<R> of(RecordColumns columns, ModelType.Rows<R> rows, String learned) {
        return new RecordBlocks<>(columns, rows.schema(), RowEncoder.fromJson(rows.schema(), rows.target(), learned));
    }

    /**
     * With labels and weights.
     *
     * @param rows at least one
     * @throws FlawedRowException naming a row that the schema or the encoding refuses
     */
    Dataset training(List<Row> rows) {
        return encoded(rows, encoder::encode);
    }

    /** As {@link #training}, without labels and weights. */
    Dataset features(List<Row> rows) {
        return encoded(rows, encoder::features);
    }

    private Dataset encoded(List<Row> rows, Function<List<R>, Dataset> encoding) {
        List<R> records = columns.records(schema, rows);
        try {
            return encoding.apply(records);
        } catch (RefusedRowException refused) {
            throw new FlawedRowException((int) refused.row(), refused.reason());
        }
    }
}
