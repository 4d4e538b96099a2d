package io.regulus.ops;

import io.regulus.ops.Initializers.Initializer;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A kernel held as direction and length: w = gain * kernel / ||kernel||, the norm being that of the weights of each unit, over
 * every axis but the last. A unit of zeros has no direction and gives 0.
 *
 * @param kernel [..., units]
 * @param gain [units]
 */
public record WeightNorm(Weight kernel, Weight gain) {
    /** A sum of squares below which a unit is one of zeros: the square root of less has a slope beyond the range of float. */
    private static final float ZERO = 1e-30f;

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
                pass.scale(layer + "/gain", dims[dims.length - 1], tf -> norm(tf, kernel.initial(tf), kernel.shape())));
    }

    /** What the layer multiplies by, of the kernel's shape. */
    public Operand<TFloat32> normed(Ops tf) {
        return tf.math.mul(kernel, tf.math.div(gain, norm(tf, kernel, kernel.shape())));
    }

    /** The length of each unit; 1 for one of zeros, so that it gives 0 and a gradient that takes it somewhere. */
    private static Operand<TFloat32> norm(Ops tf, Operand<TFloat32> kernel, Shape shape) {
        int units = shape.numDimensions() - 1;
        int[] axes = IntStream.range(0, units).toArray();
        Operand<TFloat32> squares = tf.reduceSum(tf.math.square(kernel), tf.constant(axes));
        Operand<TFloat32> ones = tf.fill(tf.constant(new long[] {shape.get(units)}), tf.constant(1f));
        return tf.math.sqrt(tf.select(tf.math.greater(squares, tf.constant(ZERO)), squares, ones));
    }
}
