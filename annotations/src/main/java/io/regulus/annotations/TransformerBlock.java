package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An encoder block of a transformer (Vaswani et al., Attention Is All You Need, 2017) on a sequence, [steps, features]: self
 * attention, then two dense layers on each step, feed(x) = activation(x W1 + b1) W2 + b2, each with a way around it and a layer
 * norm. As published, the norm comes last: x = norm1(x + attention(x)); y = norm2(x + feed(x)). With {@code normFirst} (Xiong et
 * al., On Layer Normalization in the Transformer Architecture, 2020): x = x + attention(norm1(x)); y = x + feed(norm2(x)).
 * Dropout falls on the weights of the attention, behind the activation, and on what attention and feed give. The output has the
 * shape of the input.
 *
 * <p>Parameters: those of {@link MultiHeadAttention}, {@code name/norm1_scale} and {@code norm1_shift} [features],
 * {@code name/dense1_kernel} [features, feedForward], {@code dense1_bias}, {@code dense2_kernel} [feedForward, features],
 * {@code dense2_bias}, {@code norm2_scale}, {@code norm2_shift}. PyTorch's {@code TransformerEncoderLayer} has the same parts:
 * {@code self_attn}, {@code norm1}, {@code linear1}, {@code linear2}, {@code norm2}; its weights are the transposed kernels.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface TransformerBlock {
    /** Number of heads. */
    @Range("[1, inf)")
    int heads();

    /** Features of query, key and value in a head. */
    @Range("[1, inf)")
    int keyDim();

    /** Units of the first dense layer. */
    @Range("[1, inf)")
    int feedForward();

    /** Probability of dropping, in all four places. */
    @Range("[0, 1)")
    @Neutral(0)
    @Regularises(noisy = true)
    double dropout() default 0.1;

    /** Behind the first dense layer. */
    ActivationFunction activation() default ActivationFunction.RELU;

    /** Whether the norms come before attention and feed instead of behind them. */
    boolean normFirst() default false;

    /** Added to the variance under the root, in both norms. */
    @Range("(0, inf)")
    double epsilon() default 1e-5;

    /** Whether a step sees itself and those before it only. */
    boolean causal() default false;

    /** How the six kernels are drawn; biases start at zero. */
    Initializer kernelInitializer() default Initializer.GLOROT_UNIFORM;
}
