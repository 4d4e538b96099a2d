package io.regulus.rows;

import com.google.gson.JsonObject;
import io.regulus.annotations.MissingNumber;
import io.regulus.annotations.Scaling;
import java.util.List;

/** An amount to learn. */
record ValueEncoding<R>(String record, NumberLabel<R> column, NumberScale scale) implements LabelEncoding<R> {
    /** What rows teach: what is known of the amounts where they are standardised; else nothing. */
    static <R> NumberSummary summary(String record, NumberLabel<R> column, List<R> rows, long first) {
        ValueEncoding<R> unscaled = new ValueEncoding<>(record, column, NumberScale.IDENTITY);
        double[] values = new double[column.standardized() ? rows.size() : 0];
        for (int row = 0; row < values.length; row++) {
            values[row] = unscaled.value(rows.get(row), first + row);
        }
        return NumberSummary.of(values, record + "." + column.name(), Scaling.STANDARD, MissingNumber.REFUSE);
    }

    /** With what rows have taught. */
    static <R> ValueEncoding<R> learn(String record, NumberLabel<R> column, NumberSummary known) {
        NumberScale scale = column.standardized() ? known.scale() : NumberScale.IDENTITY;
        return new ValueEncoding<>(record, column, scale);
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

    /** The standard deviation of a prediction in the unit of the label. */
    float undoDeviation(float deviation) {
        return (float) (deviation * scale.scale());
    }

    @Override
    public JsonObject toJson() {
        return scale.toJson();
    }
}
