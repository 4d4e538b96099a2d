package io.regulus.spark.cluster;

import io.regulus.spark.worker.Failure;

/** A worker failed: thrown by its task, and brought to the driver by Spark. */
final class WorkerFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Failure failure;

    WorkerFailedException(int rank, String host, Failure failure) {
        super("worker " + rank + " on " + host + ": " + failure.message() + "\n" + failure.details());
        this.failure = failure;
    }

    /** What ended it. */
    Failure failure() {
        return failure;
    }
}
