package io.regulus.annotations;

/** Which parameters of a layer a penalty or a decay falls on. */
public enum On {
    /** Kernels only: what a layer multiplies its input by. */
    KERNEL,
    /** Recurrent kernels only: what a recurrent layer multiplies its own last output by. */
    RECURRENT_KERNEL,
    /** Tables of embeddings only. */
    EMBEDDING,
    /** Biases only. */
    BIAS,
    /** Every trained parameter: kernels and recurrent kernels, embeddings, biases, and the scale and shift of norms. */
    ALL
}
