package io.regulus.ops;

import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Pooling over images, [rows, height, width, channels], and sequences, [rows, steps, features]. */
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

    /**
     * {@link #max} over the steps of sequences, [rows, steps, features].
     *
     * @param window steps in the window
     * @param stride its step
     */
    public static Operand<TFloat32> max1d(Ops tf, Operand<TFloat32> x, long window, long stride, String padding) {
        Operand<TFloat32> image = Sequences.asImage(tf, x);
        return Sequences.ofImage(tf, max(tf, image, List.of(1L, window), List.of(1L, stride), padding));
    }

    /**
     * {@link #average} over the steps of sequences, [rows, steps, features].
     *
     * @param window steps in the window
     * @param stride its step
     */
    public static Operand<TFloat32> average1d(Ops tf, Operand<TFloat32> x, long window, long stride, String padding) {
        Operand<TFloat32> image = Sequences.asImage(tf, x);
        return Sequences.ofImage(tf, average(tf, image, List.of(1L, window), List.of(1L, stride), padding));
    }

    /** The mean of each channel over a whole image or sequence: [rows, channels]. All steps count alike. */
    public static Operand<TFloat32> globalAverage(Ops tf, Operand<TFloat32> x) {
        return tf.math.mean(x, tf.constant(places(x)));
    }

    /**
     * The mean of each feature over the steps that count, sum(mask * x) / sum(mask); zeros for a row of which no step counts.
     *
     * @param x [rows, steps, features]
     * @param mask [rows, steps], true where a step counts
     * @return [rows, features]
     */
    public static Operand<TFloat32> globalAverage(Ops tf, Operand<TFloat32> x, Operand<TBool> mask) {
        Operand<TInt32> steps = tf.constant(new int[] {1});
        Operand<TFloat32> counted = tf.expandDims(tf.dtypes.cast(mask, TFloat32.class), tf.constant(2));
        Operand<TFloat32> count = tf.math.maximum(tf.sum(counted, steps), tf.constant(1f));
        return tf.math.div(tf.sum(tf.math.mul(x, counted), steps), count);
    }

    /** The largest value of each channel over a whole image or sequence: [rows, channels]. */
    public static Operand<TFloat32> globalMax(Ops tf, Operand<TFloat32> x) {
        return tf.max(x, tf.constant(places(x)));
    }

    /** All axes but that of the rows and that of the channels. */
    private static int[] places(Operand<TFloat32> x) {
        return IntStream.range(1, x.shape().numDimensions() - 1).toArray();
    }

    private static long[] nhwc(List<Long> window) {
        return new long[] {1, window.get(0), window.get(1), 1};
    }

    private static List<Long> boxed(List<Long> window) {
        return List.of(1L, window.get(0), window.get(1), 1L);
    }
}
