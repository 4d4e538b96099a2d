package io.regulus.ops;

/** Marks in the messages of the ops that fail a step whose numbers are not finite. */
public final class NonFinite {
    /** The data loss is NaN or infinite. */
    public static final String LOSS = "regulus: loss is not finite";

    /** A gradient is NaN or infinite. */
    public static final String GRADIENT = "regulus: gradient is not finite";

    private NonFinite() {}

    /** Whether an exception of a run comes from one of these ops. */
    public static boolean caused(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains(LOSS) || message.contains(GRADIENT);
    }
}
