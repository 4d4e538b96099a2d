package io.regulus.rows;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;

/** A number, scaled, with a flag behind it where the column is flagged. */
record NumericEncoding<R>(String record, NumericColumn<R> column, NumberScale scale) implements FeatureEncoding<R> {
    static <R> NumericEncoding<R> learn(String record, NumericColumn<R> column, List<R> rows) {
        NumericEncoding<R> unscaled = new NumericEncoding<>(record, column, NumberScale.IDENTITY);
        double[] known = new double[rows.size()];
        int count = 0;
        for (int row = 0; row < rows.size(); row++) {
            double value = unscaled.value(rows.get(row), row);
            if (!Double.isNaN(value)) {
                known[count++] = value;
            }
        }
        if (count == 0) {
            throw new IllegalArgumentException(record + "." + column.name() + " is missing in all " + rows.size()
                    + " training rows, so that nothing can be learned of it. Write @Ignored on it.");
        }
        return new NumericEncoding<>(
                record, column, NumberScale.of(Arrays.copyOf(known, count), column.scaling(), column.missing()));
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
