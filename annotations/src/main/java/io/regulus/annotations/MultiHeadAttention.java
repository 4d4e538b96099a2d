package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Multi-head attention (Vaswani et al., Attention Is All You Need, 2017) on sequences, [steps, features]. Each head h
 * projects the query, the key and the value, q = x Wq + bq and so on, and mixes the values by how well a query meets the
 * keys: head = softmax(q k' / sqrt(keyDim)) v. The heads, side by side, are projected once more: y = heads Wo + bo.
 *
 * <p>With one input it is self attention: query, key and value are the sequence itself. With
 * {@code @From({"query", "value"})} it is cross attention: the first input asks, the second is key and value. The output has
 * the steps of the query.
 *
 * <p>Parameters: {@code name/query_kernel} [query features, heads * keyDim], {@code name/key_kernel} [value features, heads *
 * keyDim], {@code name/value_kernel} [value features, heads * valueDim], {@code name/output_kernel} [heads * valueDim,
 * outputs], and {@code query_bias}, {@code key_bias}, {@code value_bias}, {@code output_bias}, as long as the last dimension
 * of their kernel. The columns of a head lie side by side. Kernels of Keras, [features, heads, dim] and [heads, dim,
 * outputs], have the same values in the same order: reshape them. PyTorch's {@code in_proj_weight} is the transposed query,
 * key and value kernels one below the other, {@code out_proj.weight} the transposed output kernel.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface MultiHeadAttention {
    /** Number of heads. */
    @Range("[1, inf)")
    int heads();

    /** Features of the query and of the key in a head. */
    @Range("[1, inf)")
    int keyDim();

    /** Features of the value in a head; 0 for {@code keyDim}. */
    @Range("[0, inf)")
    int valueDim() default 0;

    /** Probability of dropping a weight that a step gives to another; the rest is scaled by 1 / (1 - dropout). */
    @Range("[0, 1)")
    @Neutral(0)
    @Regularises(noisy = true)
    double dropout() default 0;

    /** Whether the four projections add a bias. */
    boolean useBias() default true;

    /** Features of the output; 0 for those of the query. */
    @Range("[0, inf)")
    int outputs() default 0;

    /** Whether a step sees itself and the steps before it only. */
    boolean causal() default false;

    /** How the four kernels are drawn, each as a matrix; biases start at zero. */
    Initializer kernelInitializer() default Initializer.GLOROT_UNIFORM;
}
