package io.regulus.ops;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TNumber;

/** The rows of a batch, whose number a graph does not know. */
final class Rows {
    private Rows() {}

    /** The number of rows of x as a shape, [rows]. */
    static Operand<TInt32> shape(Ops tf, Operand<? extends TNumber> x) {
        return tf.slice(tf.shape(x), tf.constant(new int[] {0}), tf.constant(new int[] {1}));
    }

    /** The number of rows of x, a scalar. */
    static Operand<TFloat32> count(Ops tf, Operand<TFloat32> x) {
        return tf.dtypes.cast(tf.shape.size(x, tf.constant(0)), TFloat32.class);
    }

    /** The sum over axes, 0 among them, over as many rows as are said and not as there are. */
    static Operand<TFloat32> mean(Ops tf, Operand<TFloat32> x, Operand<TFloat32> rows, int... axes) {
        float others = 1;
        for (int axis : axes) {
            others *= axis == 0 ? 1 : x.shape().get(axis);
        }
        Operand<TFloat32> values = others == 1 ? rows : tf.math.mul(rows, tf.constant(others));
        return tf.math.div(tf.sum(x, tf.constant(axes)), values);
    }

    /** Rows of x from one on. */
    static <T extends TNumber> Operand<T> part(Ops tf, Operand<T> x, Operand<TInt32> first, Operand<TInt32> count) {
        int others = x.shape().numDimensions() - 1;
        if (others == 0) {
            return tf.slice(x, first, count);
        }
        int[] whole = new int[others];
        java.util.Arrays.fill(whole, -1);
        return tf.slice(
                x,
                tf.concat(List.of(first, tf.constant(new int[others])), tf.constant(0)),
                tf.concat(List.of(count, tf.constant(whole)), tf.constant(0)));
    }
}
