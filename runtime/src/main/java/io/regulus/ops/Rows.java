package io.regulus.ops;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** The rows of a batch, whose number a graph does not know. */
final class Rows {
    private Rows() {}

    /** The number of rows of x as a shape, [rows]. */
    static Operand<TInt32> shape(Ops tf, Operand<TFloat32> x) {
        return tf.slice(tf.shape(x), tf.constant(new int[] {0}), tf.constant(new int[] {1}));
    }
}
