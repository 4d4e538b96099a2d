package io.regulus.ops;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Convolutions that TensorFlow has no op for, or none with a right gradient. Its ops take a dilation, but the gradient of theirs
 * is silently wrong with {@code SAME} and kills the process with {@code VALID}. A convolution of dilation d is d * d
 * convolutions of every d-th row and column instead: {@code SpaceToBatchND} makes rows of the batch of them, and
 * {@code BatchToSpaceND} puts their results in place.
 */
public final class Convolutions {
    private Convolutions() {}

    /** A convolution of stride 1 that takes whole windows only. */
    @FunctionalInterface
    private interface Plain {
        Operand<TFloat32> of(Operand<TFloat32> x);
    }

    /**
     * A convolution over the steps of sequences, computed as one over images of a single row.
     *
     * @param x [rows, steps, features]
     * @param kernel [window, features, filters]
     * @param stride step of the window, 1 where the dilation is above 1
     * @param dilation distance of the steps that a window reads
     * @param padding {@code "VALID"}, {@code "SAME"}, or {@code "CAUSAL"}: (window - 1) * dilation zeros before the first step
     * @return [rows, steps', filters]
     */
    public static Operand<TFloat32> conv1d(
            Ops tf, Operand<TFloat32> x, Operand<TFloat32> kernel, long stride, long dilation, String padding) {
        long window = kernel.shape().get(0);
        Operand<TFloat32> image = Sequences.asImage(tf, x);
        Operand<TFloat32> wide = tf.expandDims(kernel, tf.constant(0));
        Operand<TFloat32> places;
        if (dilation > 1) {
            places = dilated(tf, image, wide, List.of(1L, dilation), padding);
        } else if (padding.equals("CAUSAL")) {
            // int32, because the gradient of Pad fails with int64
            int[][] zeros = {{0, 0}, {0, 0}, {Math.toIntExact(window - 1), 0}, {0, 0}};
            Operand<TFloat32> padded = tf.pad(image, tf.constant(zeros), tf.constant(0f));
            places = tf.nn.conv2d(padded, wide, List.of(1L, 1L, stride, 1L), "VALID");
        } else {
            places = tf.nn.conv2d(image, wide, List.of(1L, 1L, stride, 1L), padding);
        }
        return Sequences.ofImage(tf, places);
    }

    /**
     * A dilated convolution over images, of stride 1.
     *
     * @param x [rows, height, width, channels]
     * @param kernel [height, width, channels, filters]
     * @param dilation distance of the values that a window reads, vertical and horizontal
     * @param padding {@code "VALID"} or {@code "SAME"}
     */
    public static Operand<TFloat32> dilated(
            Ops tf, Operand<TFloat32> x, Operand<TFloat32> kernel, List<Long> dilation, String padding) {
        return spread(
                tf, x, kernel, dilation, padding, part -> tf.nn.conv2d(part, kernel, List.of(1L, 1L, 1L, 1L), "VALID"));
    }

    /**
     * A dilated convolution of each channel by itself, of stride 1.
     *
     * @param x [rows, height, width, channels]
     * @param kernel [height, width, channels, filters of each channel]
     * @param dilation distance of the values that a window reads, vertical and horizontal
     * @param padding {@code "VALID"} or {@code "SAME"}
     */
    public static Operand<TFloat32> dilatedDepthwise(
            Ops tf, Operand<TFloat32> x, Operand<TFloat32> kernel, List<Long> dilation, String padding) {
        return spread(
                tf,
                x,
                kernel,
                dilation,
                padding,
                part -> tf.nn.depthwiseConv2dNative(part, kernel, List.of(1L, 1L, 1L, 1L), "VALID"));
    }

    /**
     * A transposed convolution over images: what the gradient of a convolution does, the one that makes x of the output.
     *
     * @param x [rows, height, width, channels]
     * @param kernel [height, width, channels, filters]
     * @param strides vertical and horizontal
     * @param size height and width of the output
     * @param padding {@code "VALID"} or {@code "SAME"}, of that convolution
     * @return [rows, size, filters]
     */
    public static Operand<TFloat32> transposed(
            Ops tf,
            Operand<TFloat32> x,
            Operand<TFloat32> kernel,
            List<Long> strides,
            List<Long> size,
            String padding) {
        long filters = kernel.shape().get(3);
        int[] row = {Math.toIntExact(size.get(0)), Math.toIntExact(size.get(1)), Math.toIntExact(filters)};
        Operand<TInt32> shape = tf.concat(List.of(Rows.shape(tf, x), tf.constant(row)), tf.constant(0));
        // that convolution goes from the filters to the channels
        Operand<TFloat32> back = tf.linalg.transpose(kernel, tf.constant(new int[] {0, 1, 3, 2}));
        Operand<TFloat32> y =
                tf.nn.conv2dBackpropInput(shape, back, x, List.of(1L, strides.get(0), strides.get(1), 1L), padding);
        return tf.reshape(y, tf.constant(new long[] {-1, size.get(0), size.get(1), filters}));
    }

    private static Operand<TFloat32> spread(
            Ops tf,
            Operand<TFloat32> x,
            Operand<TFloat32> kernel,
            List<Long> dilation,
            String padding,
            Plain convolution) {
        int[] distances = new int[2];
        int[][] zeros = new int[2][];
        int[][] surplus = new int[2][];
        for (int i = 0; i < 2; i++) {
            long distance = dilation.get(i);
            long overhang = (kernel.shape().get(i) - 1) * distance;
            long before = before(overhang, padding);
            long behind = padding.equals("SAME") ? overhang - before : 0;
            long padded = before + x.shape().get(i + 1) + behind;
            // every part has as many values, which makes as many places too many
            long filled = (distance - padded % distance) % distance;
            distances[i] = Math.toIntExact(distance);
            zeros[i] = new int[] {Math.toIntExact(before), Math.toIntExact(behind + filled)};
            surplus[i] = new int[] {0, Math.toIntExact(filled)};
        }
        Operand<TInt32> block = tf.constant(distances);
        Operand<TFloat32> parts = tf.spaceToBatchNd(x, block, tf.constant(zeros));
        return tf.batchToSpaceNd(convolution.of(parts), block, tf.constant(surplus));
    }

    /** Zeros before the first value, of those that make a place of every value. */
    private static long before(long overhang, String padding) {
        return switch (padding) {
            case "VALID" -> 0;
            case "SAME" -> overhang / 2;
            case "CAUSAL" -> overhang;
            default -> throw new IllegalArgumentException("no padding: " + padding);
        };
    }
}
