package io.regulus.ops;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Values made to have mean 0 and variance 1 over some axes. */
final class Standardisation {
    private Standardisation() {}

    /**
     * (x - mean) / sqrt(variance + epsilon), with the biased variance. The variance is that of the centred values: the
     * difference of mean square and squared mean would lose its digits where the mean is large.
     *
     * @param axes what mean and variance are taken over
     */
    static Operand<TFloat32> of(Ops tf, Operand<TFloat32> x, double epsilon, int... axes) {
        Operand<TInt32> over = tf.constant(axes);
        Operand<TFloat32> centred = tf.math.sub(x, tf.math.mean(x, over, Mean.keepDims(true)));
        Operand<TFloat32> variance = tf.math.mean(tf.math.square(centred), over, Mean.keepDims(true));
        return tf.math.mul(centred, tf.math.rsqrt(tf.math.add(variance, tf.constant((float) epsilon))));
    }
}
