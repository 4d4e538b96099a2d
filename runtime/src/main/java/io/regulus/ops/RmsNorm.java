package io.regulus.ops;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;

/**
 * Root mean square normalisation over the last axis: y = scale * x / sqrt(mean(x^2) + epsilon), each row, step or pixel by
 * itself.
 *
 * @param scale [features]
 */
public record RmsNorm(Weight scale) {
    /**
     * Declares the variable of a layer.
     *
     * @param layer prefix of its name
     * @param features size of the last axis
     */
    public static RmsNorm of(Pass pass, String layer, long features) {
        return new RmsNorm(pass.scale(layer + "/scale", features));
    }

    /**
     * Normalises, in training and in inference alike.
     *
     * @param x [..., features]
     * @param epsilon added to the mean square under the root, above 0
     */
    public Operand<TFloat32> apply(Pass pass, Operand<TFloat32> x, double epsilon) {
        Ops tf = pass.tf();
        Operand<TFloat32> square = tf.math.mean(tf.math.square(x), tf.constant(-1), Mean.keepDims(true));
        Operand<TFloat32> inverse = tf.math.rsqrt(tf.math.add(square, tf.constant((float) epsilon)));
        return tf.math.mul(tf.math.mul(x, inverse), scale);
    }
}
