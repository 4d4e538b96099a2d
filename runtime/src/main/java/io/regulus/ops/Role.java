package io.regulus.ops;

/** What a variable is to the network. */
public enum Role {
    /** Weights of a dense or convolution layer: what penalties and decay fall on unless told otherwise. */
    KERNEL,
    /** Added after a kernel. */
    BIAS,
    /** Factor of a norm. */
    SCALE,
    /** Offset of a norm. */
    SHIFT,
    /** Moving statistic of a norm: follows the data, not the gradient. */
    STATISTIC,
    /** State of training: optimizer slots, step, learning rate. */
    STATE;

    /** Whether the optimizer changes it. */
    public boolean trained() {
        return this == KERNEL || this == BIAS || this == SCALE || this == SHIFT;
    }
}
