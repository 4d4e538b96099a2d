package io.regulus.ops;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Draws for a row that its values share; functions of the model's seed, the layer's name and the step. */
final class Masks {
    private Masks() {}

    /**
     * x * keep / (1 - p) where noise acts; x itself in inference or where p is 0.
     *
     * @param layer name of the layer, part of the draws' key
     * @param x [rows, ...]
     * @param p probability of dropping, in [0, 1)
     * @param dims dimensions of a row's mask: those of a row of x, or 1 where one draw holds along them all
     */
    static Operand<TFloat32> drop(Pass pass, String layer, Operand<TFloat32> x, double p, int[] dims) {
        if (!pass.noisy() || p == 0) {
            return x;
        }
        Ops tf = pass.tf();
        Operand<TFloat32> drawn = new RowDraws(pass, pass.drawKey(layer)).uniform(Rows.shape(tf, x), dims);
        Operand<TFloat32> kept = tf.dtypes.cast(tf.math.greaterEqual(drawn, tf.constant((float) p)), TFloat32.class);
        return tf.math.mul(x, tf.math.mul(kept, tf.constant((float) (1 / (1 - p)))));
    }
}
