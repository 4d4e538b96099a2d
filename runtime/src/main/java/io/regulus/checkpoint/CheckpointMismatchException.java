package io.regulus.checkpoint;

/** A run cannot go on from its checkpoints: network, data or settings are others. The message lists how they differ, and the cure. */
public final class CheckpointMismatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CheckpointMismatchException(String message) {
        super(message);
    }

    CheckpointMismatchException(String message, Throwable cause) {
        super(message, cause);
    }
}
