package io.regulus.ops;

import java.util.Arrays;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Normal noise on every value: y = x + stddev * n. */
public final class GaussianNoise {
    private GaussianNoise() {}

    /**
     * Adds noise where noise acts; returns x itself in inference or where the deviation is 0.
     *
     * @param layer name of the layer, part of the noise's seed
     * @param x [rows, ...]; every dimension but the first must be known
     * @param stddev standard deviation of the noise, at least 0
     */
    public static Operand<TFloat32> apply(Pass pass, String layer, Operand<TFloat32> x, double stddev) {
        if (!pass.noisy() || stddev == 0) {
            return x;
        }
        Ops tf = pass.tf();
        return tf.math.add(x, tf.math.mul(normal(pass, layer, x), tf.constant((float) stddev)));
    }

    /** A draw with mean 0 and deviation 1 for every value of x. */
    static Operand<TFloat32> normal(Pass pass, String layer, Operand<TFloat32> x) {
        Ops tf = pass.tf();
        // a normal draw has no gradient, and none is wanted: only its shape is that of x
        int[] dims = Arrays.stream(x.shape().asArray())
                .skip(1)
                .mapToInt(Math::toIntExact)
                .toArray();
        return tf.stopGradient(new RowDraws(pass, pass.drawKey(layer)).normal(Rows.shape(tf, x), dims));
    }
}
