package io.regulus.rows;

/** Says what is wrong with a row: where it is, what stands there, what helps. */
final class RowProblem {
    private RowProblem() {}

    static IllegalArgumentException of(String record, long row, String column, String what, String cure) {
        return new IllegalArgumentException(
                "row " + row + " of " + record + ": " + column + " " + what + ". " + cure + ".");
    }
}
