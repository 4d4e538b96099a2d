package io.regulus.spark.job;

import java.io.Serializable;

/**
 * How long is waited.
 *
 * @param startSeconds for the executors, then for a checkpoint to come from the shared storage, then for a process from its start to its
 *     first step: loading TensorFlow, reading its rows, finding the others, building the network
 * @param stallSeconds from one batch to the next, be it trained on or validated on, a checkpoint included; and for a checkpoint to be copied
 *     to the shared storage, meanwhile. What takes longer is taken for dead
 * @param queueSeconds for slots that other jobs hold
 */
public record Limits(int startSeconds, int stallSeconds, int queueSeconds) implements Serializable {
    private static final long serialVersionUID = 1;

    public Limits {
        if (startSeconds < 1 || stallSeconds < 1 || queueSeconds < 1) {
            throw new IllegalArgumentException("startSeconds = " + startSeconds + ", stallSeconds = " + stallSeconds
                    + ", queueSeconds = " + queueSeconds + ": must be at least 1");
        }
    }
}
