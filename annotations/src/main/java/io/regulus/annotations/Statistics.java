package io.regulus.annotations;

/** Which batch variance a batch norm blends into its moving variance. */
public enum Statistics {
    /** Sum of squares divided by n, as Keras does. */
    BIASED,
    /** Sum of squares divided by n - 1, as PyTorch does. */
    UNBIASED
}
