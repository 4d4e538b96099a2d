package io.regulus.serve;

/**
 * Is told what a {@link BatchingPredictor} does, for metrics. Called by the workers and by whoever submits, so several calls may come at a
 * time, and callers wait meanwhile: count and return. What a listener throws goes to the log and changes nothing else.
 */
public interface BatchListener {
    /** Listens to nothing. */
    BatchListener NONE = new BatchListener() {};

    /** A batch has been run; its callers get their answers when this returns. */
    default void onBatch(BatchRun run) {}

    /**
     * A row was refused because the queue is full.
     *
     * @param waiting rows that are waiting
     */
    default void onRefused(int waiting) {}
}
