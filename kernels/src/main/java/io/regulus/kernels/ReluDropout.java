package io.regulus.kernels;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** ReLU and inverted dropout in one pass: y = max(x, 0) * keep / (1 - p). */
public final class ReluDropout {
    private ReluDropout() {}

    /**
     * Cuts and drops; {@code tf.gradients} goes through it.
     *
     * @param x any shape
     * @param draws of as many values
     */
    public static Operand<TFloat32> apply(Ops tf, Operand<TFloat32> x, Draws draws) {
        return tf.scope()
                .opBuilder("RegulusReluDropout", "RegulusReluDropout")
                .addInput(x.asOutput())
                .addInput(draws.input(tf))
                .setAttr("threshold", draws.threshold())
                .build()
                .output(0);
    }

    /** dx = dy / (1 - p) where y > 0, otherwise 0. */
    static Operand<TFloat32> gradient(Ops tf, Operand<?> dy, Operand<?> y, long threshold) {
        return tf.scope()
                .opBuilder("RegulusReluDropoutGrad", "RegulusReluDropoutGrad")
                .addInput(dy.asOutput())
                .addInput(y.asOutput())
                .setAttr("threshold", threshold)
                .build()
                .output(0);
    }
}
