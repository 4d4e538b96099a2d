package io.regulus.ops;

import io.regulus.kernels.Draws;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Dropout for SELU: dropped values are set to the limit of SELU far below 0, and mean and variance are brought back to 0 and 1. */
public final class AlphaDropout {
    /** -alpha * scale of SELU. */
    static final double LIMIT = -1.7580993408473766;

    private AlphaDropout() {}

    /**
     * Drops values of x where noise acts; returns x itself in inference or where p is 0.
     *
     * @param layer name of the layer, part of the mask's seed
     * @param x any shape; every dimension but the first must be known
     * @param p probability of dropping, in [0, 1)
     */
    public static Operand<TFloat32> apply(Pass pass, String layer, Operand<TFloat32> x, double p) {
        return Dropout.draws(pass, layer, x, p)
                .map(draws -> drop(pass.tf(), x, draws))
                .orElse(x);
    }

    private static Operand<TFloat32> drop(Ops tf, Operand<TFloat32> x, Draws draws) {
        double p = Dropout.probability(draws);
        double a = 1 / Math.sqrt((1 - p) * (1 + p * LIMIT * LIMIT));
        double b = -a * p * LIMIT;
        Operand<TFloat32> mixed = tf.select(Dropout.kept(tf, draws), x, tf.constant((float) LIMIT));
        return tf.math.add(tf.math.mul(mixed, tf.constant((float) a)), tf.constant((float) b));
    }
}
