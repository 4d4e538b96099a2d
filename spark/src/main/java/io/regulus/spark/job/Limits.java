package io.regulus.spark.job;

import java.io.Serializable;

/**
 * How long a process may take before it is taken for dead.
 *
 * @param startSeconds from its start to its first step: loading TensorFlow, reading its rows, finding the others, building the network
 * @param stallSeconds from one step to the next, the validation after an epoch and a checkpoint included
 */
public record Limits(int startSeconds, int stallSeconds) implements Serializable {
    private static final long serialVersionUID = 1;

    public Limits {
        if (startSeconds < 1 || stallSeconds < 1) {
            throw new IllegalArgumentException(
                    "startSeconds = " + startSeconds + ", stallSeconds = " + stallSeconds + ": must be at least 1");
        }
    }
}
