package io.regulus.rows;

import io.regulus.annotations.MissingNumber;
import io.regulus.annotations.Scaling;
import io.regulus.json.CheckedJson;

/** What the network is to learn of a row, and what its predictions mean. */
sealed interface LabelEncoding<R> extends ColumnEncoding permits ValueEncoding, ClassEncoding {
    LabelColumn<R> column();

    /** Learns from rows what a label needs. */
    static <R> ColumnLearner<R, ?, LabelEncoding<R>> learner(String record, LabelColumn<R> column, Target target) {
        if (target instanceof Target.Classes classes) {
            return new ColumnLearner<>(
                    column.name(),
                    new NameCounts(),
                    (rows, first) -> ClassEncoding.summary(column, classes.number(), rows),
                    (found, rows) -> ClassEncoding.learn(record, column, classes.number(), found));
        }
        NumberLabel<R> amount = (NumberLabel<R>) column;
        return new ColumnLearner<>(
                column.name(),
                new NumberSummary(record + "." + amount.name(), Scaling.STANDARD, MissingNumber.REFUSE),
                (rows, first) -> ValueEncoding.summary(record, amount, rows, first),
                (known, rows) -> ValueEncoding.learn(record, amount, known));
    }

    /** As it was saved. */
    static <R> LabelEncoding<R> of(String record, LabelColumn<R> column, Target target, CheckedJson learned) {
        return target instanceof Target.Classes classes
                ? ClassEncoding.of(record, column, classes.number(), learned)
                : new ValueEncoding<>(record, (NumberLabel<R>) column, NumberScale.of(learned));
    }
}
