package io.regulus.ops;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Squeeze;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/** Operations on sequences, [rows, steps, features]. */
public final class Sequences {
    private Sequences() {}

    /**
     * Each step times a kernel: one product of all steps of all rows, which is faster than one for each row.
     *
     * @param x [rows, steps, features]
     * @param kernel [features, units]
     * @return [rows, steps, units]
     */
    public static Operand<TFloat32> matMul(Ops tf, Operand<TFloat32> x, Operand<TFloat32> kernel) {
        long steps = x.shape().get(1);
        Operand<TFloat32> flat =
                tf.reshape(x, tf.constant(new long[] {-1, x.shape().get(2)}));
        Operand<TFloat32> product = tf.linalg.matMul(flat, kernel);
        return tf.reshape(
                product, tf.constant(new long[] {-1, steps, kernel.shape().get(1)}));
    }

    /**
     * x with zeros in the steps that do not count.
     *
     * @param x [rows, steps, features]
     * @param mask [rows, steps], true where a step counts
     */
    public static Operand<TFloat32> masked(Ops tf, Operand<TFloat32> x, Operand<TBool> mask) {
        return tf.math.mul(x, tf.expandDims(tf.dtypes.cast(mask, TFloat32.class), tf.constant(2)));
    }

    /** Images of one row, [rows, 1, steps, features], of sequences, [rows, steps, features]: for kernels that know images only. */
    static Operand<TFloat32> asImage(Ops tf, Operand<TFloat32> x) {
        return tf.expandDims(x, tf.constant(1));
    }

    /** Sequences of images of one row. */
    static Operand<TFloat32> ofImage(Ops tf, Operand<TFloat32> x) {
        return tf.squeeze(x, Squeeze.axis(List.of(1L)));
    }
}
