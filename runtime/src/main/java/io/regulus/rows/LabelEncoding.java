package io.regulus.rows;

import io.regulus.json.CheckedJson;
import java.util.List;

/** What the network is to learn of a row, and what its predictions mean. */
sealed interface LabelEncoding<R> extends ColumnEncoding permits ValueEncoding, ClassEncoding {
    LabelColumn<R> column();

    /** With what rows teach. */
    static <R> LabelEncoding<R> learn(String record, LabelColumn<R> column, Target target, List<R> rows) {
        return target instanceof Target.Classes classes
                ? ClassEncoding.learn(record, column, classes.number(), rows)
                : ValueEncoding.learn(record, (NumberLabel<R>) column, rows);
    }

    /** As it was saved. */
    static <R> LabelEncoding<R> of(String record, LabelColumn<R> column, Target target, CheckedJson learned) {
        return target instanceof Target.Classes classes
                ? ClassEncoding.of(record, column, classes.number(), learned)
                : new ValueEncoding<>(record, (NumberLabel<R>) column, NumberScale.of(learned));
    }
}
