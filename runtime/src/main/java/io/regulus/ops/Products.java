package io.regulus.ops;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.types.TFloat32;

/** Products of two values of a row. */
public final class Products {
    /** The square of the shortest length that is divided by, Keras's 1e-7. */
    private static final float SHORTEST = 1e-14f;

    private Products() {}

    /**
     * The dot products along an axis of each.
     *
     * @param x [rows, ...]
     * @param y [rows, ...]
     * @param xAxis the axis of x that is summed over, counted from 1
     * @param yAxis that of y, of the same size
     * @return [rows, other axes of x, other axes of y]; [rows, 1] where there are none
     */
    public static Operand<TFloat32> dot(Ops tf, Operand<TFloat32> x, Operand<TFloat32> y, int xAxis, int yAxis) {
        long[] ofX = without(x, xAxis);
        long[] ofY = without(y, yAxis);
        Operand<TFloat32> product = batchMatMul(tf, lastAxis(tf, x, xAxis), lastAxis(tf, y, yAxis), true);
        LongStream places = LongStream.concat(LongStream.of(ofX), LongStream.of(ofY));
        long[] shape = ofX.length + ofY.length == 0
                ? new long[] {-1, 1}
                : LongStream.concat(LongStream.of(-1), places).toArray();
        return tf.reshape(product, tf.constant(shape));
    }

    /** {@link #dot} of both divided by their lengths, x / max(||x||, 1e-7). */
    public static Operand<TFloat32> cosine(Ops tf, Operand<TFloat32> x, Operand<TFloat32> y, int xAxis, int yAxis) {
        return dot(tf, ofLengthOne(tf, x, xAxis), ofLengthOne(tf, y, yAxis), xAxis, yAxis);
    }

    /** Vectors along an axis divided by their lengths, x / max(||x||, 1e-7): one of zeros stays one. */
    static Operand<TFloat32> ofLengthOne(Ops tf, Operand<TFloat32> x, int axis) {
        Operand<TFloat32> squares =
                tf.reduceSum(tf.math.square(x), tf.constant(new int[] {axis}), ReduceSum.keepDims(true));
        // the larger of the two before the root, whose slope at 0 is infinite
        return tf.math.mul(x, tf.math.rsqrt(tf.math.maximum(squares, tf.constant(SHORTEST))));
    }

    /** [rows, other axes as one, the axis]. */
    private static Operand<TFloat32> lastAxis(Ops tf, Operand<TFloat32> x, int axis) {
        int rank = x.shape().numDimensions();
        int[] order = IntStream.concat(IntStream.range(0, rank).filter(other -> other != axis), IntStream.of(axis))
                .toArray();
        Operand<TFloat32> turned = axis == rank - 1 ? x : tf.linalg.transpose(x, tf.constant(order));
        long others = LongStream.of(without(x, axis)).reduce(1, Math::multiplyExact);
        return tf.reshape(turned, tf.constant(new long[] {-1, others, x.shape().get(axis)}));
    }

    /** The sizes of the axes of a row but one. */
    private static long[] without(Operand<TFloat32> x, int axis) {
        return IntStream.range(1, x.shape().numDimensions())
                .filter(other -> other != axis)
                .mapToLong(other -> x.shape().get(other))
                .toArray();
    }

    /**
     * A matrix product for each index of the axes before the last two; by version 2 of the op, whose gradient is checked; the typed API has
     * version 3 only.
     *
     * @param transposed whether the last two axes of b are exchanged before
     */
    static Operand<TFloat32> batchMatMul(Ops tf, Operand<TFloat32> a, Operand<TFloat32> b, boolean transposed) {
        return tf.scope()
                .opBuilder("BatchMatMulV2", "BatchMatMulV2")
                .addInput(a.asOutput())
                .addInput(b.asOutput())
                .setAttr("adj_y", transposed)
                .build()
                .output(0);
    }
}
