package io.regulus.ops;

import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/** Attention without projections: softmax(scores of query and key) times the value. */
public final class Attention {
    private final Pass pass;
    private final AttentionWeights weights;

    private Attention(Pass pass, AttentionWeights weights) {
        this.pass = pass;
        this.weights = weights;
    }

    /**
     * An attention that sees every step.
     *
     * @param layer name of the layer, part of the draws' seed
     * @param causal whether a step sees only those that do not come after it
     * @param dropout probability of dropping a weight of the softmax in training, in [0, 1)
     */
    public static Attention of(Pass pass, String layer, boolean causal, double dropout) {
        return new Attention(pass, new AttentionWeights(layer + "/attention", causal, Optional.empty(), dropout));
    }

    /**
     * The same attention where not every step of the value is to be seen.
     *
     * @param steps [rows, other steps], true where a step of the value may be seen. What comes out where a step has nothing to
     *     see is finite and means nothing
     */
    public Attention seeing(Operand<TBool> steps) {
        return new Attention(
                pass, new AttentionWeights(weights.name(), weights.causal(), Optional.of(steps), weights.dropout()));
    }

    /**
     * Scores are dot products.
     *
     * @param query [rows, steps, features]
     * @param value [rows, other steps, other features]
     * @param key [rows, other steps, features]
     * @return [rows, steps, other features]
     */
    public Operand<TFloat32> dotProduct(Operand<TFloat32> query, Operand<TFloat32> value, Operand<TFloat32> key) {
        return mixed(Products.batchMatMul(pass.tf(), query, key, true), value);
    }

    /**
     * {@link #dotProduct(Operand, Operand, Operand)} with its scores times a factor.
     *
     * @param scale [1]
     */
    public Operand<TFloat32> dotProduct(
            Operand<TFloat32> query, Operand<TFloat32> value, Operand<TFloat32> key, Operand<TFloat32> scale) {
        return mixed(pass.tf().math.mul(Products.batchMatMul(pass.tf(), query, key, true), scale), value);
    }

    /** Scores are sums over the features of tanh(query + key); the arguments are those of {@link #dotProduct}. */
    public Operand<TFloat32> additive(Operand<TFloat32> query, Operand<TFloat32> value, Operand<TFloat32> key) {
        return mixed(pass.tf().sum(bent(query, key), pass.tf().constant(3)), value);
    }

    /**
     * {@link #additive(Operand, Operand, Operand)} with a weight for each feature.
     *
     * @param scale [features]
     */
    public Operand<TFloat32> additive(
            Operand<TFloat32> query, Operand<TFloat32> value, Operand<TFloat32> key, Operand<TFloat32> scale) {
        Ops tf = pass.tf();
        return mixed(tf.sum(tf.math.mul(bent(query, key), scale), tf.constant(3)), value);
    }

    /** tanh(query + key) of every pair of steps, [rows, steps, other steps, features]. */
    private Operand<TFloat32> bent(Operand<TFloat32> query, Operand<TFloat32> key) {
        Ops tf = pass.tf();
        return tf.math.tanh(tf.math.add(tf.expandDims(query, tf.constant(2)), tf.expandDims(key, tf.constant(1))));
    }

    private Operand<TFloat32> mixed(Operand<TFloat32> scores, Operand<TFloat32> value) {
        return Products.batchMatMul(pass.tf(), weights.of(pass, scores), value, false);
    }
}
