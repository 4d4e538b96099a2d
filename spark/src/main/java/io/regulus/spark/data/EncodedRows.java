package io.regulus.spark.data;

import java.io.Serializable;

/**
 * Neighbouring rows of a partition, encoded. No record: Spark's Kryo serializer, which a user may have chosen, cannot read records.
 */
final class EncodedRows implements Serializable {
    private static final long serialVersionUID = 1;

    private final Use use;
    private final byte[] bytes;
    private final int count;
    private final String problem;

    /** What rows are for: those for one use are numbered apart from those for the other. */
    enum Use {
        TRAINING("training", 0),
        VALIDATION("validation", 1);

        private final String word;
        private final int place;

        Use(String word, int place) {
            this.word = word;
            this.place = place;
        }

        /** In arrays of a number for each. */
        int place() {
            return place;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    private EncodedRows(Use use, byte[] bytes, int count, String problem) {
        this.use = use;
        this.bytes = bytes;
        this.count = count;
        this.problem = problem;
    }

    /** So many rows. */
    static EncodedRows of(Use use, byte[] bytes, int count) {
        return new EncodedRows(use, bytes, count, null);
    }

    /** The end of a partition: so many rows are fine, the one behind them is not. */
    static EncodedRows flawed(Use use, FlawedRowException flaw) {
        return new EncodedRows(use, new byte[0], flaw.row(), flaw.getMessage());
    }

    Use use() {
        return use;
    }

    byte[] bytes() {
        return bytes;
    }

    int count() {
        return count;
    }

    /** What is wrong with the row behind them; null if nothing is. */
    String problem() {
        return problem;
    }
}
