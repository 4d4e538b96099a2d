package io.regulus.ops;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** Dropout of weights: w * keep / (1 - p) with keep drawn once per weight for the whole batch, wherever its rows are. */
public final class DropConnect {
    private DropConnect() {}

    /**
     * Drops weights where noise acts; returns the kernel itself in inference or where p is 0.
     *
     * @param name of the kernel, part of the mask's seed
     * @param kernel what the layer multiplies by, of a known shape
     * @param p probability of dropping, in [0, 1)
     */
    public static Operand<TFloat32> apply(Pass pass, String name, Operand<TFloat32> kernel, double p) {
        if (!pass.noisy() || p == 0) {
            return kernel;
        }
        Ops tf = pass.tf();
        // not by the kernel's name alone: its first values are drawn by that, and the first mask would drop the
        // smallest of them
        Operand<TInt64> key = pass.drawKey(name + "/drop_connect");
        Operand<TFloat32> drawn =
                tf.random.statelessRandomUniform(tf.constant(kernel.shape().asArray()), key);
        Operand<TFloat32> kept = tf.dtypes.cast(tf.math.greaterEqual(drawn, tf.constant((float) p)), TFloat32.class);
        return tf.math.mul(kernel, tf.math.mul(kept, tf.constant((float) (1 / (1 - p)))));
    }
}
