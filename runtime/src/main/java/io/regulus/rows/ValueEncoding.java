package io.regulus.rows;

import com.google.gson.JsonObject;
import io.regulus.annotations.MissingNumber;
import io.regulus.annotations.Scaling;
import java.util.List;

/** An amount to learn. */
record ValueEncoding<R>(String record, NumberLabel<R> column, NumberScale scale) implements LabelEncoding<R> {
    static <R> ValueEncoding<R> learn(String record, NumberLabel<R> column, List<R> rows) {
        ValueEncoding<R> unscaled = new ValueEncoding<>(record, column, NumberScale.IDENTITY);
        if (!column.standardized()) {
            return unscaled;
        }
        double[] values = new double[rows.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = unscaled.value(rows.get(row), row);
        }
        return new ValueEncoding<>(record, column, NumberScale.of(values, Scaling.STANDARD, MissingNumber.REFUSE));
    }

    float value(R source, long row) {
        double value = column.value().applyAsDouble(source);
        if (!Double.isFinite(value)) {
            throw RowProblem.of(
                    record,
                    row,
                    column.name(),
                    Double.isNaN(value) ? "is missing" : "is " + value,
                    "A label has to be known to be learned: fill it in, or leave the row out");
        }
        return (float) scale.apply(value);
    }

    /** A prediction in the unit of the label. */
    float undo(float prediction) {
        return (float) scale.undo(prediction);
    }

    @Override
    public JsonObject toJson() {
        return scale.toJson();
    }
}
