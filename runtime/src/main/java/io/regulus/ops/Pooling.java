package io.regulus.ops;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Pooling over images, [rows, height, width, channels]. */
public final class Pooling {
    private Pooling() {}

    /**
     * The largest value of each window. Built on the op {@code MaxPool}, whose window is an attribute, not on
     * {@code MaxPoolV2}, the only one TensorFlow Java wraps: oneDNN takes the former and its gradient alone, and on a small
     * convolutional network the step is half as fast again.
     *
     * @param window height and width
     * @param strides vertical and horizontal
     * @param padding {@code "VALID"} or {@code "SAME"}
     */
    public static Operand<TFloat32> max(
            Ops tf, Operand<TFloat32> x, List<Long> window, List<Long> strides, String padding) {
        Operation pool = tf.scope()
                .opBuilder("MaxPool", "MaxPool")
                .addInput(x.asOutput())
                .setAttr("ksize", nhwc(window))
                .setAttr("strides", nhwc(strides))
                .setAttr("padding", padding)
                .build();
        return pool.output(0);
    }

    /** The mean of each window; what lies in the padding is not counted. */
    public static Operand<TFloat32> average(
            Ops tf, Operand<TFloat32> x, List<Long> window, List<Long> strides, String padding) {
        return tf.nn.avgPool(x, boxed(window), boxed(strides), padding);
    }

    /** The mean of each channel over the whole image: [rows, channels]. */
    public static Operand<TFloat32> globalAverage(Ops tf, Operand<TFloat32> x) {
        return tf.math.mean(x, tf.constant(new int[] {1, 2}));
    }

    private static long[] nhwc(List<Long> window) {
        return new long[] {1, window.get(0), window.get(1), 1};
    }

    private static List<Long> boxed(List<Long> window) {
        return List.of(1L, window.get(0), window.get(1), 1L);
    }
}
