package io.regulus.annotations;

/** Which parameters of a layer a penalty or a decay falls on. */
public enum On {
    /** Kernels only: the weights of dense and convolution layers. */
    KERNEL,
    /** Biases only. */
    BIAS,
    /** Every trained parameter: kernels, biases, and the scale and shift of norms. */
    ALL
}
