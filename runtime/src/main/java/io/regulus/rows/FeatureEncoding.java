package io.regulus.rows;

import io.regulus.json.CheckedJson;
import java.util.List;

/** Writes a component of a row into what the network reads. */
sealed interface FeatureEncoding<R> extends ColumnEncoding permits NumericEncoding, OneHotEncoding, IdEncoding {
    FeatureColumn<R> column();

    /**
     * Writes the values of a row, as many as the column is wide.
     *
     * @param row its number, for messages
     * @param at the place of the first value; whatever is not written is 0
     */
    void write(R source, long row, float[] into, int at);

    /** With what rows teach. */
    static <R> FeatureEncoding<R> learn(String record, FeatureColumn<R> column, List<R> rows) {
        return column instanceof NumericColumn<R> number
                ? NumericEncoding.learn(record, number, rows)
                : of(CategoryEncoding.learn(record, (CategoricalColumn<R>) column, rows));
    }

    /** As it was saved. */
    static <R> FeatureEncoding<R> of(String record, FeatureColumn<R> column, CheckedJson learned) {
        return column instanceof NumericColumn<R> number
                ? new NumericEncoding<>(record, number, NumberScale.of(learned))
                : of(CategoryEncoding.of(record, (CategoricalColumn<R>) column, learned));
    }

    private static <R> FeatureEncoding<R> of(CategoryEncoding<R> categories) {
        return categories.column().embedded() ? new IdEncoding<>(categories) : new OneHotEncoding<>(categories);
    }
}
