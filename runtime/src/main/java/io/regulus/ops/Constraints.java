package io.regulus.ops;

import io.regulus.ops.WeightUpdates.Projection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.types.TFloat32;

/**
 * What holds of weights after each update. The norm of a unit is sqrt(sum(w^2)) of the weights into one output: over all axes
 * but the last, [inputs, units] or [height, width, channels, filters]; of a vector it is that of the whole.
 */
public final class Constraints {
    /** Keras's: keeps the division defined where all weights of a unit are 0. */
    private static final float EPSILON = 1e-7f;

    private final List<Constrained> all = new ArrayList<>();

    /** A weight and what becomes of it after each update. */
    record Constrained(Weight weight, Projection projection) {}

    /** No constraint. */
    public Constraints() {}

    /** w * min(norm, limit) / (1e-7 + norm): no unit's norm is above the limit. */
    public Constraints maxNorm(Weight weight, double limit) {
        return maxNorm(weight, limit, 1);
    }

    /**
     * {@link #maxNorm(Weight, double)} of a kernel whose outputs several axes number.
     *
     * @param outputAxes how many of the last axes: 2 for the [height, width, channels, multiplier] of a depthwise convolution
     */
    public Constraints maxNorm(Weight weight, double limit, int outputAxes) {
        return add(weight, (tf, w) -> {
            Operand<TFloat32> norm = norm(tf, w, outputAxes);
            Operand<TFloat32> wanted = tf.math.minimum(norm, tf.constant((float) limit));
            return tf.math.mul(w, tf.math.div(wanted, tf.math.add(norm, tf.constant(EPSILON))));
        });
    }

    /** w / (1e-7 + norm): every unit's norm is 1. */
    public Constraints unitNorm(Weight weight) {
        return unitNorm(weight, 1);
    }

    /**
     * {@link #unitNorm(Weight)} of a kernel whose outputs several axes number.
     *
     * @param outputAxes how many of the last axes: 2 for the [height, width, channels, multiplier] of a depthwise convolution
     */
    public Constraints unitNorm(Weight weight, int outputAxes) {
        return add(weight, (tf, w) -> tf.math.div(w, tf.math.add(norm(tf, w, outputAxes), tf.constant(EPSILON))));
    }

    /** max(w, 0). */
    public Constraints nonNegative(Weight weight) {
        return add(weight, (tf, w) -> tf.math.maximum(w, tf.constant(0f)));
    }

    /** w * wanted / (1e-7 + norm), wanted = rate * min(max(norm, least), most) + (1 - rate) * norm. */
    public Constraints minMaxNorm(Weight weight, double least, double most, double rate) {
        return minMaxNorm(weight, least, most, rate, 1);
    }

    /**
     * {@link #minMaxNorm(Weight, double, double, double)} of a kernel whose outputs several axes number.
     *
     * @param outputAxes how many of the last axes: 2 for the [height, width, channels, multiplier] of a depthwise convolution
     * @throws IllegalArgumentException if the least norm is above the largest, as numbers that were changed after compiling may be
     */
    public Constraints minMaxNorm(Weight weight, double least, double most, double rate, int outputAxes) {
        if (least > most) {
            throw new IllegalArgumentException(
                    "@MinMaxNorm of '" + weight.name() + "': min = " + least + " is above max = " + most
                            + "; no norm is between them. Give a min of at most " + most + ", or a larger max");
        }
        return add(weight, (tf, w) -> {
            Operand<TFloat32> norm = norm(tf, w, outputAxes);
            Operand<TFloat32> within =
                    tf.math.minimum(tf.math.maximum(norm, tf.constant((float) least)), tf.constant((float) most));
            Operand<TFloat32> wanted = rate == 1
                    ? within
                    : tf.math.add(tf.math.mul(within, tf.constant((float) rate)), tf.math.mul(norm, tf.constant((float)
                            (1 - rate))));
            return tf.math.mul(w, tf.math.div(wanted, tf.math.add(norm, tf.constant(EPSILON))));
        });
    }

    private Constraints add(Weight weight, Projection projection) {
        all.add(new Constrained(weight, projection));
        return this;
    }

    private static Operand<TFloat32> norm(Ops tf, Operand<TFloat32> w, int outputAxes) {
        int rank = w.shape().numDimensions();
        int[] axes = IntStream.range(0, Math.max(rank - outputAxes, 1)).toArray();
        return tf.math.sqrt(tf.reduceSum(tf.math.square(w), tf.constant(axes), ReduceSum.keepDims(true)));
    }

    List<Constrained> all() {
        return all;
    }
}
