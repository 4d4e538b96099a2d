package io.regulus.ops;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.image.ResizeBilinear;
import org.tensorflow.types.TFloat32;

/** Images, [rows, height, width, channels], made larger by whole factors. */
public final class UpSampling {
    private UpSampling() {}

    /**
     * Each value as often as the factors say: [rows, height * f, width * g, channels].
     *
     * @param size the factors, vertical and horizontal
     */
    public static Operand<TFloat32> nearest(Ops tf, Operand<TFloat32> x, List<Long> size) {
        long height = x.shape().get(1);
        long width = x.shape().get(2);
        long channels = x.shape().get(3);
        // axes beside height and width, along which the values are repeated; their sum is the gradient
        Operand<TFloat32> apart = tf.reshape(x, tf.constant(new long[] {-1, height, 1, width, channels}));
        Operand<TFloat32> repeated = tf.tile(apart, tf.constant(new long[] {1, 1, size.get(0), 1, size.get(1)}));
        return tf.reshape(repeated, tf.constant(new long[] {-1, height * size.get(0), width * size.get(1), channels}));
    }

    /**
     * The values between, those beyond the border being those at it: [rows, height * f, width * g, channels].
     *
     * @param size the factors, vertical and horizontal
     */
    public static Operand<TFloat32> bilinear(Ops tf, Operand<TFloat32> x, List<Long> size) {
        int height = Math.toIntExact(x.shape().get(1) * size.get(0));
        int width = Math.toIntExact(x.shape().get(2) * size.get(1));
        return tf.image.resizeBilinear(
                x, tf.constant(new int[] {height, width}), ResizeBilinear.halfPixelCenters(true));
    }
}
