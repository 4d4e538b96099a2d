package io.regulus.ops;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Group normalisation: the last axis is cut into groups of neighbours, and each group of each row is normalised over its
 * channels and all places: y = scale * (x - mean) / sqrt(variance + epsilon) + shift, with the biased variance.
 *
 * @param groups how many; they divide the channels
 * @param scale [channels]
 * @param shift [channels]
 */
public record GroupNorm(long groups, Weight scale, Weight shift) {
    /**
     * Declares the two variables of a layer.
     *
     * @param layer prefix of their names
     * @param groups how many; they divide the channels
     * @param channels size of the last axis
     */
    public static GroupNorm of(Pass pass, String layer, long groups, long channels) {
        return new GroupNorm(groups, pass.scale(layer + "/scale", channels), pass.shift(layer + "/shift", channels));
    }

    /**
     * Normalises, in training and in inference alike.
     *
     * @param x [rows, ..., channels]; every dimension but the first must be known
     * @param epsilon added to the variance under the root, above 0
     */
    public Operand<TFloat32> apply(Pass pass, Operand<TFloat32> x, double epsilon) {
        Ops tf = pass.tf();
        long channels = scale.shape().get(0);
        long[] dims = x.shape().asArray();
        dims[0] = -1;
        long places = 1;
        for (int i = 1; i < dims.length - 1; i++) {
            places *= dims[i];
        }
        Operand<TFloat32> grouped = tf.reshape(x, tf.constant(new long[] {-1, places, groups, channels / groups}));
        Operand<TFloat32> normed = tf.reshape(Standardisation.of(tf, grouped, epsilon, 1, 3), tf.constant(dims));
        return tf.math.add(tf.math.mul(normed, scale), shift);
    }
}
