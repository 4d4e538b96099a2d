package io.regulus.rows;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;

/** A number, scaled, with a flag behind it where the column is flagged. */
record NumericEncoding<R>(String record, NumericColumn<R> column, NumberScale scale) implements FeatureEncoding<R> {
    /** What rows teach: what is known of the numbers that are not missing. */
    static <R> NumberSummary summary(String record, NumericColumn<R> column, List<R> rows, long first) {
        NumericEncoding<R> unscaled = new NumericEncoding<>(record, column, NumberScale.IDENTITY);
        double[] known = new double[rows.size()];
        int count = 0;
        for (int row = 0; row < rows.size(); row++) {
            double value = unscaled.value(rows.get(row), first + row);
            if (!Double.isNaN(value)) {
                known[count++] = value;
            }
        }
        return NumberSummary.of(
                Arrays.copyOf(known, count), record + "." + column.name(), column.scaling(), column.missing());
    }

    /**
     * With what rows have taught.
     *
     * @param rows how many they were, for messages
     */
    static <R> NumericEncoding<R> learn(String record, NumericColumn<R> column, NumberSummary known, long rows) {
        if (known.count() == 0) {
            throw RowProblem.missingInAll(record, column.name(), rows);
        }
        return new NumericEncoding<>(record, column, known.scale());
    }

    private double value(R source, long row) {
        double value = column.value().applyAsDouble(source);
        column.flaw(value).ifPresent(flaw -> {
            throw RowProblem.of(record, row, flaw);
        });
        return value;
    }

    @Override
    public void write(R source, long row, float[] into, int at) {
        double value = value(source, row);
        boolean missing = Double.isNaN(value);
        into[at] = (float) scale.apply(missing ? scale.fill() : value);
        if (column.flagged()) {
            into[at + 1] = missing ? 1 : 0;
        }
    }

    @Override
    public JsonObject toJson() {
        return scale.toJson();
    }
}
