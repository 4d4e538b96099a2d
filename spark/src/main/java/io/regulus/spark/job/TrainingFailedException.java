package io.regulus.spark.job;

/** A training on a cluster has failed: the message says why, how often it was tried, and where it can be gone on with. */
public final class TrainingFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With the last cause. */
    public TrainingFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
