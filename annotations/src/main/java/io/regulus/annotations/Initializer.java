package io.regulus.annotations;

/**
 * How a kernel is drawn before training. With fanIn and fanOut the number of inputs and outputs of a unit (for a
 * convolution both times the size of the window), the variance is scale / n. Uniform draws are from [-limit, limit] with
 * limit = sqrt(3 * scale / n); normal draws are truncated at two standard deviations, with the deviation corrected so that
 * the variance still is scale / n (as Keras does).
 */
public enum Initializer {
    /** scale 1, n = (fanIn + fanOut) / 2 (Glorot and Bengio, 2010); the default, as in Keras. */
    GLOROT_UNIFORM,
    /** scale 1, n = (fanIn + fanOut) / 2, truncated normal. */
    GLOROT_NORMAL,
    /** scale 2, n = fanIn (He et al., 2015); for ReLU networks. */
    HE_UNIFORM,
    /** scale 2, n = fanIn, truncated normal. */
    HE_NORMAL,
    /** scale 1, n = fanIn (LeCun et al., 1998). */
    LECUN_UNIFORM,
    /** scale 1, n = fanIn, truncated normal; for SELU networks. */
    LECUN_NORMAL,
    /** Uniform from [-0.05, 0.05], whatever the shape; the default of embeddings, as in Keras. */
    UNIFORM,
    /**
     * No variance scaling: rows or columns, whichever are fewer, at right angles and of length 1 (Saxe et al., 2013); the default
     * of recurrent kernels.
     */
    ORTHOGONAL
}
