package io.regulus.rows;

import io.regulus.files.RowFlaw;

/** Says what is wrong with a row: where it is, what stands there, what helps. */
final class RowProblem {
    private RowProblem() {}

    static RefusedRowException of(String record, long row, RowFlaw flaw) {
        return of(record, row, flaw.column(), flaw.what(), flaw.cure());
    }

    static RefusedRowException of(String record, long row, String column, String what, String cure) {
        return new RefusedRowException(record, row, column + " " + what + ". " + cure + ".");
    }

    static IllegalArgumentException missingInAll(String record, String column, long rows) {
        return new IllegalArgumentException(record + "." + column + " is missing in all " + rows
                + " training rows, so that nothing can be learned of it. Write @Ignored on it.");
    }
}
