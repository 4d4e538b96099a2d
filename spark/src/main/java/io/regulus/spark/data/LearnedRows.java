package io.regulus.spark.data;

import java.io.Serializable;

/** What a partition has taught, up to the first row that is flawed. No record, for the reason of {@link EncodedRows}. */
final class LearnedRows implements Serializable {
    private static final long serialVersionUID = 1;

    private final RowCounts counts;
    private final String learned;

    /**
     * @param learned by {@code RowLearner.toJson}
     */
    LearnedRows(RowCounts counts, String learned) {
        this.counts = counts;
        this.learned = learned;
    }

    RowCounts counts() {
        return counts;
    }

    String learned() {
        return learned;
    }
}
