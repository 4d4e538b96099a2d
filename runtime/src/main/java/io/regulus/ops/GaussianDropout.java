package io.regulus.ops;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Dropout by a normal factor: y = x * (1 + sqrt(p / (1 - p)) * n). */
public final class GaussianDropout {
    private GaussianDropout() {}

    /**
     * Multiplies where noise acts; returns x itself in inference or where p is 0.
     *
     * @param layer name of the layer, part of the noise's seed
     * @param x [rows, ...]; every dimension but the first must be known
     * @param p probability of dropping of the dropout that has the same variance, in [0, 1)
     */
    public static Operand<TFloat32> apply(Pass pass, String layer, Operand<TFloat32> x, double p) {
        if (!pass.noisy() || p == 0) {
            return x;
        }
        Ops tf = pass.tf();
        Operand<TFloat32> deviation = tf.constant((float) Math.sqrt(p / (1 - p)));
        Operand<TFloat32> off = tf.math.mul(GaussianNoise.normal(pass, layer, x), deviation);
        return tf.math.mul(x, tf.math.add(off, tf.constant(1f)));
    }
}
