package io.regulus.ops;

import io.regulus.ops.Initializers.Initializer;
import java.util.function.UnaryOperator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/**
 * An encoder block of a transformer: attention, then two dense layers on each step, each with a way around it and a
 * layer norm, behind it or before it.
 */
public final class TransformerBlock {
    private final String layer;
    private final MultiHeadAttention attention;
    private final LayerNorm norm1;
    private final Projection dense1;
    private final Projection dense2;
    private final LayerNorm norm2;

    private TransformerBlock(
            String layer,
            MultiHeadAttention attention,
            LayerNorm norm1,
            Projection dense1,
            Projection dense2,
            LayerNorm norm2) {
        this.layer = layer;
        this.attention = attention;
        this.norm1 = norm1;
        this.dense1 = dense1;
        this.dense2 = dense2;
        this.norm2 = norm2;
    }

    /**
     * Declares the sixteen variables of a layer.
     *
     * @param layer prefix of their names
     * @param features size of the last axis
     * @param heads number of heads
     * @param keyDim features of query, key and value in a head
     * @param feedForward units of the first dense layer
     * @param initializer how each kernel is drawn
     */
    public static TransformerBlock of(
            Pass pass,
            String layer,
            long features,
            long heads,
            long keyDim,
            long feedForward,
            Initializer initializer) {
        return new TransformerBlock(
                layer,
                MultiHeadAttention.of(
                        pass, layer, features, features, heads, keyDim, keyDim, features, true, initializer),
                norm(pass, layer + "/norm1", features),
                Projection.of(pass, layer + "/dense1", features, feedForward, true, initializer),
                Projection.of(pass, layer + "/dense2", feedForward, features, true, initializer),
                norm(pass, layer + "/norm2", features));
    }

    private static LayerNorm norm(Pass pass, String name, long features) {
        return new LayerNorm(pass.scale(name + "_scale", features), pass.shift(name + "_shift", features));
    }

    /** The same block where not every step is to be seen: mask is [rows, steps], true where a step may be seen. */
    public TransformerBlock seeing(Operand<TBool> mask) {
        return new TransformerBlock(layer, attention.seeing(mask), norm1, dense1, dense2, norm2);
    }

    /**
     * norm1(x + attention(x)), with dropout on the weights of the attention and on what it gives.
     *
     * @param x [rows, steps, features]
     * @param causal whether a step sees only those that do not come after it
     * @param dropout probability of dropping in training, in [0, 1)
     * @param epsilon added to the variance under the root of the norm, above 0
     */
    public Operand<TFloat32> attendThenNorm(
            Pass pass, Operand<TFloat32> x, boolean causal, double dropout, double epsilon) {
        return norm1.apply(pass, pass.tf().math.add(x, attended(pass, x, causal, dropout)), epsilon);
    }

    /** x + attention(norm1(x)), otherwise as {@link #attendThenNorm}. */
    public Operand<TFloat32> normThenAttend(
            Pass pass, Operand<TFloat32> x, boolean causal, double dropout, double epsilon) {
        return pass.tf().math.add(x, attended(pass, norm1.apply(pass, x, epsilon), causal, dropout));
    }

    private Operand<TFloat32> attended(Pass pass, Operand<TFloat32> x, boolean causal, double dropout) {
        return Dropout.apply(pass, layer + "/attended", attention.apply(pass, x, x, causal, dropout), dropout);
    }

    /**
     * norm2(x + feed(x)) with feed(x) = activation(x W1 + b1) W2 + b2 on each step, and dropout behind the activation and on
     * what feed gives.
     *
     * @param x [rows, steps, features]
     */
    public Operand<TFloat32> feedThenNorm(
            Pass pass,
            Operand<TFloat32> x,
            UnaryOperator<Operand<TFloat32>> activation,
            double dropout,
            double epsilon) {
        return norm2.apply(pass, pass.tf().math.add(x, fed(pass, x, activation, dropout)), epsilon);
    }

    /** x + feed(norm2(x)), otherwise as {@link #feedThenNorm}. */
    public Operand<TFloat32> normThenFeed(
            Pass pass,
            Operand<TFloat32> x,
            UnaryOperator<Operand<TFloat32>> activation,
            double dropout,
            double epsilon) {
        return pass.tf().math.add(x, fed(pass, norm2.apply(pass, x, epsilon), activation, dropout));
    }

    private Operand<TFloat32> fed(
            Pass pass, Operand<TFloat32> x, UnaryOperator<Operand<TFloat32>> activation, double dropout) {
        Ops tf = pass.tf();
        Operand<TFloat32> hidden = activation.apply(dense1.apply(tf, x));
        Operand<TFloat32> kept = Dropout.apply(pass, layer + "/hidden", hidden, dropout);
        return Dropout.apply(pass, layer + "/fed", dense2.apply(tf, kept), dropout);
    }

    /** [features, heads * keyDim]. */
    public Weight queryKernel() {
        return attention.queryKernel();
    }

    /** [heads * keyDim]. */
    public Weight queryBias() {
        return attention.queryBias();
    }

    /** [features, heads * keyDim]. */
    public Weight keyKernel() {
        return attention.keyKernel();
    }

    /** [heads * keyDim]. */
    public Weight keyBias() {
        return attention.keyBias();
    }

    /** [features, heads * keyDim]. */
    public Weight valueKernel() {
        return attention.valueKernel();
    }

    /** [heads * keyDim]. */
    public Weight valueBias() {
        return attention.valueBias();
    }

    /** [heads * keyDim, features]. */
    public Weight outputKernel() {
        return attention.outputKernel();
    }

    /** [features]. */
    public Weight outputBias() {
        return attention.outputBias();
    }

    /** [features]. */
    public Weight norm1Scale() {
        return norm1.scale();
    }

    /** [features]. */
    public Weight norm1Shift() {
        return norm1.shift();
    }

    /** [features]. */
    public Weight norm2Scale() {
        return norm2.scale();
    }

    /** [features]. */
    public Weight norm2Shift() {
        return norm2.shift();
    }

    /** [features, feedForward]. */
    public Weight dense1Kernel() {
        return dense1.kernel();
    }

    /** [feedForward]. */
    public Weight dense1Bias() {
        return dense1.bias().orElseThrow();
    }

    /** [feedForward, features]. */
    public Weight dense2Kernel() {
        return dense2.kernel();
    }

    /** [features]. */
    public Weight dense2Bias() {
        return dense2.bias().orElseThrow();
    }
}
