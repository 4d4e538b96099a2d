package io.regulus.annotations;

/** The activation functions a layer can end in. Formulas as in Keras 3. */
public enum ActivationFunction {
    /** f(x) = x. */
    LINEAR,
    /** f(x) = max(x, 0). */
    RELU,
    /** f(x) = x where x &gt;= 0, slope * x elsewhere; the slope is {@link Activation#negativeSlope()}, 0.2 by default. */
    LEAKY_RELU,
    /** f(x) = x where x &gt;= 0, exp(x) - 1 elsewhere (alpha = 1). */
    ELU,
    /** f(x) = 1.0507 * elu(x, 1.6733), self-normalising (Klambauer et al., 2017); goes with {@link Initializer#LECUN_NORMAL}. */
    SELU,
    /** f(x) = x * Phi(x) with the exact normal distribution function, not the tanh approximation. */
    GELU,
    /** f(x) = x * sigmoid(x), also called swish. */
    SILU,
    /** f(x) = 1 / (1 + exp(-x)). */
    SIGMOID,
    /** f(x) = tanh(x). */
    TANH,
    /** f(x) = log(1 + exp(x)). */
    SOFTPLUS
}
