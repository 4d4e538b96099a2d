package io.regulus.spark.data;

import io.regulus.files.RowFlaw;

/** A row has what a network cannot use. */
final class FlawedRowException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int row;

    /**
     * @param row number among those that were to be encoded, from 0
     * @param what which column has what, and what helps: a whole sentence
     */
    FlawedRowException(int row, String what) {
        super(what);
        this.row = row;
    }

    FlawedRowException(int row, RowFlaw flaw) {
        this(row, "column '" + flaw.column() + "' " + flaw.what() + ". " + flaw.cure() + ".");
    }

    /** As whoever predicts is told of it. */
    IllegalArgumentException of(long first) {
        return new IllegalArgumentException(
                "row " + (first + row) + " of the partition, counted from 0: " + getMessage());
    }

    int row() {
        return row;
    }
}
