package io.regulus.train;

/**
 * Why a fit ended.
 *
 * @param kind what became of the run
 * @param reason in words, such as {@code early stopping: no better val_loss for 5 epochs}
 */
public record Ending(Kind kind, String reason) {
    /** What became of a run. */
    public enum Kind {
        /** Every epoch was trained. */
        COMPLETED,
        /** A callback decided that there is nothing more to train, or what would have paused it came without checkpoints: the run is over. */
        STOPPED,
        /** It was interrupted, or its time was up: the next fit goes on from its checkpoint, where this one ended. */
        PAUSED,
        /** Something was thrown; seen in {@link Callback#onFitEnd} only. */
        FAILED
    }

    static Ending completed(int epochs) {
        return new Ending(Kind.COMPLETED, "all epochs were trained, the last of number " + epochs);
    }
}
