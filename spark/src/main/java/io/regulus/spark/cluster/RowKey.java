package io.regulus.spark.cluster;

/** The keys by which rows are sorted: those to validate on by number, then those to train on by number, so that one shuffle brings both. */
final class RowKey {
    private RowKey() {}

    static long validation(long number) {
        return number | Long.MIN_VALUE;
    }

    static boolean isValidation(long key) {
        return key < 0;
    }

    static long number(long key) {
        return key & Long.MAX_VALUE;
    }
}
