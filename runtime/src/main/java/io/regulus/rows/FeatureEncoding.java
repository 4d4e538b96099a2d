package io.regulus.rows;

import io.regulus.json.CheckedJson;

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

    /** Learns from rows what a column needs. */
    static <R> ColumnLearner<R, ?, FeatureEncoding<R>> learner(String record, FeatureColumn<R> column) {
        if (column instanceof NumericColumn<R> number) {
            return new ColumnLearner<>(
                    column.name(),
                    new NumberSummary(record + "." + number.name(), number.scaling(), number.missing()),
                    (rows, first) -> NumericEncoding.summary(record, number, rows, first),
                    (known, rows) -> NumericEncoding.learn(record, number, known, rows));
        }
        CategoricalColumn<R> category = (CategoricalColumn<R>) column;
        return new ColumnLearner<>(
                column.name(),
                new NameCounts(),
                (rows, first) -> CategoryEncoding.summary(category, rows),
                (counts, rows) -> of(CategoryEncoding.learn(record, category, counts, rows)));
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
