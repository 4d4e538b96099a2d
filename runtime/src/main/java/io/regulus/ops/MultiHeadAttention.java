package io.regulus.ops;

import io.regulus.ops.Initializers.Initializer;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/**
 * Multi-head attention: per head, softmax(q k' / sqrt(keyDim)) v, with q, k and v projected from the query and the value; the
 * heads side by side are projected to the output.
 */
public final class MultiHeadAttention {
    private final String layer;
    private final long heads;
    private final Projection query;
    private final Projection key;
    private final Projection value;
    private final Projection output;
    private final Optional<Operand<TBool>> seen;

    private MultiHeadAttention(
            String layer,
            long heads,
            Projection query,
            Projection key,
            Projection value,
            Projection output,
            Optional<Operand<TBool>> seen) {
        this.layer = layer;
        this.heads = heads;
        this.query = query;
        this.key = key;
        this.value = value;
        this.output = output;
        this.seen = seen;
    }

    /**
     * Declares the four kernels of a layer, and their biases.
     *
     * @param layer prefix of their names
     * @param queryFeatures size of the last axis of the query
     * @param valueFeatures size of the last axis of the value, which is the key as well
     * @param heads number of heads
     * @param keyDim features of query and key in a head
     * @param valueDim features of the value in a head
     * @param outputs size of the last axis of the output
     * @param useBias whether there are biases
     * @param initializer how each kernel is drawn
     */
    public static MultiHeadAttention of(
            Pass pass,
            String layer,
            long queryFeatures,
            long valueFeatures,
            long heads,
            long keyDim,
            long valueDim,
            long outputs,
            boolean useBias,
            Initializer initializer) {
        return new MultiHeadAttention(
                layer,
                heads,
                Projection.of(pass, layer + "/query", queryFeatures, heads * keyDim, useBias, initializer),
                Projection.of(pass, layer + "/key", valueFeatures, heads * keyDim, useBias, initializer),
                Projection.of(pass, layer + "/value", valueFeatures, heads * valueDim, useBias, initializer),
                Projection.of(pass, layer + "/output", heads * valueDim, outputs, useBias, initializer),
                Optional.empty());
    }

    /**
     * The same attention where not every step of the value is to be seen.
     *
     * @param steps [rows, other steps], true where a step of the value may be seen. What comes out where a step has nothing to
     *     see is finite and means nothing
     */
    public MultiHeadAttention seeing(Operand<TBool> steps) {
        return new MultiHeadAttention(layer, heads, query, key, value, output, Optional.of(steps));
    }

    /**
     * Every step of the query looks at the steps of the value.
     *
     * @param query [rows, steps, features]
     * @param value [rows, other steps, other features]; the query itself for self attention
     * @param causal whether a step sees only those that do not come after it
     * @param dropout probability of dropping a weight of the softmax in training, in [0, 1)
     * @return [rows, steps, outputs]
     */
    public Operand<TFloat32> apply(
            Pass pass, Operand<TFloat32> query, Operand<TFloat32> value, boolean causal, double dropout) {
        Ops tf = pass.tf();
        Operand<TFloat32> q = split(tf, this.query.apply(tf, query));
        Operand<TFloat32> k = split(tf, key.apply(tf, value));
        Operand<TFloat32> v = split(tf, this.value.apply(tf, value));
        float scale = (float) (1 / Math.sqrt((double) q.shape().get(3)));
        Operand<TFloat32> scores = Products.batchMatMul(tf, tf.math.mul(q, tf.constant(scale)), k, true);
        Operand<TFloat32> weights = new AttentionWeights(layer + "/attention", causal, seen, dropout).of(pass, scores);
        return output.apply(tf, join(tf, Products.batchMatMul(tf, weights, v, false)));
    }

    /** [rows, steps, heads * dim] to [rows, heads, steps, dim]. */
    private Operand<TFloat32> split(Ops tf, Operand<TFloat32> x) {
        long steps = x.shape().get(1);
        long dim = x.shape().get(2) / heads;
        Operand<TFloat32> apart = tf.reshape(x, tf.constant(new long[] {-1, steps, heads, dim}));
        return tf.linalg.transpose(apart, tf.constant(new int[] {0, 2, 1, 3}));
    }

    /** [rows, heads, steps, dim] to [rows, steps, heads * dim]. */
    private Operand<TFloat32> join(Ops tf, Operand<TFloat32> x) {
        long steps = x.shape().get(2);
        Operand<TFloat32> beside = tf.linalg.transpose(x, tf.constant(new int[] {0, 2, 1, 3}));
        return tf.reshape(beside, tf.constant(new long[] {
            -1, steps, heads * x.shape().get(3)
        }));
    }

    /** [query features, heads * keyDim]. */
    public Weight queryKernel() {
        return query.kernel();
    }

    /** [value features, heads * keyDim]. */
    public Weight keyKernel() {
        return key.kernel();
    }

    /** [value features, heads * valueDim]. */
    public Weight valueKernel() {
        return value.kernel();
    }

    /** [heads * valueDim, outputs]. */
    public Weight outputKernel() {
        return output.kernel();
    }

    /** [heads * keyDim]; only where biases were asked for. */
    public Weight queryBias() {
        return query.bias().orElseThrow();
    }

    /** [heads * keyDim]; only where biases were asked for. */
    public Weight keyBias() {
        return key.bias().orElseThrow();
    }

    /** [heads * valueDim]; only where biases were asked for. */
    public Weight valueBias() {
        return value.bias().orElseThrow();
    }

    /** [outputs]; only where biases were asked for. */
    public Weight outputBias() {
        return output.bias().orElseThrow();
    }
}
