package io.regulus.ops;

/** The mark in the message of the op that fails a step whose numbers are not finite. */
public final class NonFinite {
    static final String MARK = "regulus: loss or gradient is not finite";

    private NonFinite() {}

    /** Whether an exception of a run comes from that op. */
    public static boolean caused(Throwable failure) {
        return String.valueOf(failure.getMessage()).contains(MARK);
    }
}
