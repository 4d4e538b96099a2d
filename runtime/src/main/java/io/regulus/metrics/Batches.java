package io.regulus.metrics;

/** Checks of a batch, made once before its loop. */
final class Batches {
    private Batches() {}

    static void requireRoom(String what, int length, int rows, int width) {
        if (rows < 0) {
            throw new IllegalArgumentException("rows = " + rows + ": cannot be negative");
        }
        if (length < (long) rows * width) {
            throw new IllegalArgumentException(what + " has " + length + " values; " + rows + " rows of " + width
                    + " need " + (long) rows * width);
        }
    }

    static void requireState(boolean fits, String metrics, long... state) {
        if (!fits) {
            throw new IllegalArgumentException(
                    "these " + state.length + " numbers are not what " + metrics + " of this size had added up");
        }
    }
}
