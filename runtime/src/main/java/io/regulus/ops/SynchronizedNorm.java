package io.regulus.ops;

import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TInt32;

/**
 * Batch normalisation by the statistics of a batch whose rows several processes have, with the gradient of the whole batch: both are
 * sums over the rows, which each process has a part of. Other than a mean of the processes' own statistics it does not depend on how
 * the rows are shared out.
 *
 * <p>Of the deviations from its own mean each process knows the squares; what the means are apart is added in double precision: so the variance
 * keeps its digits where the mean is large against the deviation (Chan, Golub and LeVeque, 1979).
 *
 * @param y of the shape of x
 * @param mean of the batch, [channels]
 * @param variance of the batch, biased, [channels]
 * @param unbiasedVariance the same divided by one less
 * @param counting 1, or 0 where there is no row to take statistics of, a scalar: they are not to be followed then
 */
record SynchronizedNorm(
        Operand<TFloat32> y,
        Operand<TFloat32> mean,
        Operand<TFloat32> variance,
        Operand<TFloat32> unbiasedVariance,
        Operand<TFloat32> counting) {
    /** Normalises x, [rows, ..., channels], over every axis but the last. */
    static SynchronizedNorm of(Pass pass, Operand<TFloat32> x, Weight scale, Weight shift, double epsilon) {
        Ops tf = pass.tf();
        int channels = Math.toIntExact(scale.shape().get(0));
        Operand<TInt32> axes =
                tf.constant(IntStream.range(0, x.shape().numDimensions() - 1).toArray());
        Operand<TFloat32> counting = pass.shard().counting(tf);
        Operand<TFloat64> here = tf.math.mul(values(tf, x, channels), tf.dtypes.cast(counting, TFloat64.class));
        Operand<TFloat32> ownMean = tf.math.mean(x, axes);
        Operand<TFloat32> squares = tf.math.mul(tf.sum(tf.math.square(tf.math.sub(x, ownMean)), axes), counting);

        Operand<TFloat64> wide = tf.dtypes.cast(ownMean, TFloat64.class);
        Operand<TFloat64> sum = tf.math.mul(wide, here);
        Operand<TFloat64> sumOfSquares = tf.math.add(tf.dtypes.cast(squares, TFloat64.class), tf.math.mul(sum, wide));
        Operand<TFloat64> all = pass.shard()
                .sum(
                        tf,
                        vector(tf, 2 * channels + 1, List.of(sum, sumOfSquares, tf.reshape(here, tf.constant(new int[] {
                            1
                        })))));
        Operand<TFloat64> rows = part(tf, all, 2 * channels, 1);
        Operand<TFloat64> n = tf.math.maximum(rows, tf.constant(1.0));
        Operand<TFloat64> wideMean = tf.math.div(part(tf, all, 0, channels), n);
        Operand<TFloat64> deviations =
                tf.math.sub(part(tf, all, channels, channels), tf.math.mul(tf.math.square(wideMean), n));
        Operand<TFloat64> positive = tf.math.maximum(deviations, tf.constant(0.0));
        Operand<TFloat32> mean = tf.dtypes.cast(wideMean, TFloat32.class);
        Operand<TFloat32> variance = tf.dtypes.cast(tf.math.div(positive, n), TFloat32.class);
        Operand<TFloat64> lessOne = tf.math.maximum(tf.math.sub(n, tf.constant(1.0)), tf.constant(1.0));
        Operand<TFloat32> unbiased = tf.dtypes.cast(tf.math.div(positive, lessOne), TFloat32.class);

        Operand<TFloat32> inverse = tf.math.rsqrt(tf.math.add(variance, tf.constant((float) epsilon)));
        Operand<TFloat32> normal = tf.math.mul(tf.math.sub(x, mean), inverse);
        Operand<TFloat32> y = tf.math.add(tf.math.mul(normal, scale), shift);
        Operand<TFloat32> count = tf.dtypes.cast(n, TFloat32.class);
        Operand<TFloat32> cut = pass.cut(y, List.of(x, scale, shift), slope -> {
            Operand<TFloat32> ofShift = tf.sum(slope, axes);
            Operand<TFloat32> ofScale = tf.sum(tf.math.mul(slope, normal), axes);
            Operand<TFloat64> sums = pass.shard()
                    .sum(
                            tf,
                            vector(
                                    tf,
                                    2 * channels,
                                    List.of(
                                            tf.dtypes.cast(ofShift, TFloat64.class),
                                            tf.dtypes.cast(ofScale, TFloat64.class))));
            Operand<TFloat32> meanSlope =
                    tf.math.div(tf.dtypes.cast(part(tf, sums, 0, channels), TFloat32.class), count);
            Operand<TFloat32> meanTurn =
                    tf.math.div(tf.dtypes.cast(part(tf, sums, channels, channels), TFloat32.class), count);
            Operand<TFloat32> centred = tf.math.sub(tf.math.sub(slope, meanSlope), tf.math.mul(normal, meanTurn));
            Operand<TFloat32> ofX = tf.math.mul(centred, tf.math.mul(tf.math.mul(scale, inverse), counting));
            // of scale and shift this process's part: their gradients are added up with those of the other weights
            return List.of(ofX, ofScale, ofShift);
        });
        Operand<TFloat32> any = tf.reshape(
                tf.dtypes.cast(tf.math.minimum(rows, tf.constant(1.0)), TFloat32.class), tf.constant(new int[0]));
        return new SynchronizedNorm(cut, mean, variance, unbiased, any);
    }

    /** Values per channel that are here, a scalar. */
    private static Operand<TFloat64> values(Ops tf, Operand<TFloat32> x, int channels) {
        Operand<TFloat64> size = tf.dtypes.cast(tf.size(x), TFloat64.class);
        return tf.math.div(size, tf.constant((double) channels));
    }

    private static Operand<TFloat64> vector(Ops tf, int size, List<Operand<TFloat64>> parts) {
        return tf.ensureShape(tf.concat(parts, tf.constant(0)), Shape.of(size));
    }

    private static Operand<TFloat64> part(Ops tf, Operand<TFloat64> vector, int from, int count) {
        return tf.slice(vector, tf.constant(new int[] {from}), tf.constant(new int[] {count}));
    }
}
