package io.regulus.ops;

import io.regulus.ops.Initializers.Initializer;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A kernel held as direction and length: w = gain * kernel / ||kernel||, the norm being that of the weights of each unit, over
 * every axis but the last.
 *
 * @param kernel [..., units]
 * @param gain [units]
 */
public record WeightNorm(Weight kernel, Weight gain) {
    /**
     * Declares the two variables of a layer; the gain starts at the norm of the kernel, so that w starts as the kernel is drawn.
     *
     * @param layer prefix of their names
     * @param dims of the kernel
     */
    public static WeightNorm of(Pass pass, String layer, Initializer initializer, long... dims) {
        Weight kernel = pass.kernel(layer + "/kernel", initializer, dims);
        return new WeightNorm(
                kernel,
                pass.scale(layer + "/gain", dims[dims.length - 1], tf -> norm(tf, kernel.initial(tf), dims.length)));
    }

    /** What the layer multiplies by, of the kernel's shape. */
    public Operand<TFloat32> normed(Ops tf) {
        return tf.math.mul(
                kernel, tf.math.div(gain, norm(tf, kernel, kernel.shape().numDimensions())));
    }

    private static Operand<TFloat32> norm(Ops tf, Operand<TFloat32> kernel, int rank) {
        int[] axes = IntStream.range(0, rank - 1).toArray();
        return tf.math.sqrt(tf.reduceSum(tf.math.square(kernel), tf.constant(axes)));
    }
}
