package io.regulus.spark.cluster;

/** One attempt of a job failed. */
final class AttemptFailedException extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean repeats;

    /**
     * An attempt that failed.
     *
     * @param repeats whether the next one would fail the same way
     */
    AttemptFailedException(String message, boolean repeats, Throwable cause) {
        super(message, cause);
        this.repeats = repeats;
    }

    boolean repeats() {
        return repeats;
    }
}
