package io.regulus.ops;

/** What a variable is to the network. */
public enum Role {
    /** What a layer multiplies its input by: what penalties and decay fall on unless told otherwise. */
    KERNEL,
    /** What a recurrent layer multiplies its own last output by. */
    RECURRENT_KERNEL,
    /** A row per token. */
    EMBEDDING,
    /** Added after a kernel. */
    BIAS,
    /** Factor of a norm. */
    SCALE,
    /** Offset of a norm. */
    SHIFT,
    /** Moving statistic of a norm: follows the data, not the gradient. */
    STATISTIC,
    /** Moving average of a weight or statistic. */
    AVERAGE,
    /** State of training: optimizer slots, step, learning rate. */
    STATE;

    /** Whether the optimizer changes it. */
    public boolean trained() {
        return isOfNetwork() && this != STATISTIC;
    }

    /** Whether it is a weight or a moving statistic, and not one of the copies and counters of training. */
    public boolean isOfNetwork() {
        return this != AVERAGE && this != STATE;
    }
}
