package io.regulus.ops;

import io.regulus.kernels.BatchNormalization;
import io.regulus.kernels.BatchNormalization.Activation;
import io.regulus.kernels.Draws;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Batch normalisation over every axis but the last, on TensorFlow's fused kernel or the native one.
 *
 * @param scale [channels]
 * @param shift [channels]
 * @param mean moving mean, [channels]
 * @param variance moving variance, [channels]
 */
public record BatchNorm(Weight scale, Weight shift, Weight mean, Weight variance) {
    /**
     * Declares the four variables of a layer.
     *
     * @param layer prefix of their names
     * @param channels size of the last axis
     */
    public static BatchNorm of(Pass pass, String layer, long channels) {
        return new BatchNorm(
                pass.scale(layer + "/scale", channels),
                pass.shift(layer + "/shift", channels),
                pass.statistic(layer + "/mean", channels, 0),
                pass.statistic(layer + "/variance", channels, 1));
    }

    /**
     * Normalises with the batch's statistics in training, with the moving ones in inference.
     *
     * @param x [rows, channels], [rows, steps, channels] or [rows, height, width, channels]
     * @param momentum weight of the old moving statistic, in [0, 1)
     * @param epsilon added to the variance under the root
     * @param unbiased whether the moving variance follows the unbiased batch variance instead of the biased one
     */
    public Operand<TFloat32> apply(Pass pass, Operand<TFloat32> x, double momentum, double epsilon, boolean unbiased) {
        return pass.kernelNorm(x)
                ? kernel(pass, x, momentum, epsilon, unbiased, Activation.NONE)
                : plain(pass, x, momentum, epsilon, unbiased);
    }

    /**
     * Normalises with the moving statistics, in training too, and leaves them as they are.
     *
     * @param x as for {@link #apply}
     * @param epsilon added to the variance under the root
     */
    public Operand<TFloat32> frozen(Pass pass, Operand<TFloat32> x, double epsilon) {
        Ops tf = pass.tf();
        Operand<TFloat32> inverse = tf.math.rsqrt(tf.math.add(variance, tf.constant((float) epsilon)));
        Operand<TFloat32> factor = tf.math.mul(scale, inverse);
        return tf.math.add(tf.math.mul(x, factor), tf.math.sub(shift, tf.math.mul(mean, factor)));
    }

    /** {@link #apply}, then a ReLU. */
    public Operand<TFloat32> relu(Pass pass, Operand<TFloat32> x, double momentum, double epsilon, boolean unbiased) {
        return pass.kernelNorm(x)
                ? kernel(pass, x, momentum, epsilon, unbiased, Activation.RELU)
                : pass.tf().nn.relu(plain(pass, x, momentum, epsilon, unbiased));
    }

    /**
     * {@link #apply}, then a ReLU, then dropout.
     *
     * @param layer name of the layer, part of the mask's seed
     * @param p probability of dropping, in [0, 1)
     */
    public Operand<TFloat32> reluDropout(
            Pass pass, Operand<TFloat32> x, double momentum, double epsilon, boolean unbiased, String layer, double p) {
        if (pass.kernelNorm(x)) {
            Optional<Draws> draws = Dropout.draws(pass, layer, x, p);
            return kernel(pass, x, momentum, epsilon, unbiased, new Activation(true, draws));
        }
        return Dropout.apply(pass, layer, relu(pass, x, momentum, epsilon, unbiased), p);
    }

    private Operand<TFloat32> kernel(
            Pass pass, Operand<TFloat32> x, double momentum, double epsilon, boolean unbiased, Activation then) {
        BatchNormalization norm =
                BatchNormalization.of(pass.tf(), x, scale, shift, (float) epsilon, then, pass.kernelThreads());
        Operand<TFloat32> batchVariance =
                unbiased ? pass.tf().math.div(norm.variance(), biasedShare(pass.tf(), x)) : norm.variance();
        follow(pass, norm.mean(), batchVariance, momentum);
        return norm.y();
    }

    private Operand<TFloat32> plain(Pass pass, Operand<TFloat32> x, double momentum, double epsilon, boolean unbiased) {
        if (pass.batchStatistics() && !pass.shard().isWhole()) {
            SynchronizedNorm norm = SynchronizedNorm.of(pass, x, scale, shift, epsilon);
            Operand<TFloat32> share = pass.tf().math.mul(pass.statisticShare(momentum), norm.counting());
            towards(pass, mean, norm.mean(), share);
            towards(pass, variance, unbiased ? norm.unbiasedVariance() : norm.variance(), share);
            return norm.y();
        }
        Ops tf = pass.tf();
        long channels = scale.shape().get(0);
        boolean isImage = x.shape().numDimensions() == 4;
        Operand<TFloat32> image = isImage ? x : tf.reshape(x, tf.constant(new long[] {-1, 1, 1, channels}));
        FusedBatchNorm.Options[] options = {
            FusedBatchNorm.epsilon((float) epsilon), FusedBatchNorm.isTraining(pass.batchStatistics())
        };
        FusedBatchNorm<TFloat32, TFloat32> norm;
        if (pass.batchStatistics()) {
            Operand<TFloat32> none = tf.constant(new float[0]);
            norm = tf.nn.fusedBatchNorm(image, scale, shift, none, none, options);
            // the fused op's variance is the sum of squares / max(n - 1, 1)
            Operand<TFloat32> batchVariance =
                    unbiased ? norm.batchVariance() : tf.math.mul(norm.batchVariance(), biasedShare(tf, image));
            follow(pass, norm.batchMean(), batchVariance, momentum);
        } else {
            norm = tf.nn.fusedBatchNorm(image, scale, shift, mean, variance, options);
        }
        return isImage ? norm.y() : tf.reshape(norm.y(), tf.constant(rows(x)));
    }

    /** The dimensions of x, the number of rows being whatever is left. */
    private static long[] rows(Operand<TFloat32> x) {
        long[] dims = x.shape().asArray();
        dims[0] = -1;
        return dims;
    }

    private void follow(Pass pass, Operand<TFloat32> batchMean, Operand<TFloat32> batchVariance, double momentum) {
        towards(pass, mean, batchMean, pass.statisticShare(momentum));
        towards(pass, variance, batchVariance, pass.statisticShare(momentum));
    }

    /** moving -= share * (moving - batch), the share being 1 - momentum. */
    private static void towards(Pass pass, Weight moving, Operand<TFloat32> batch, Operand<TFloat32> share) {
        Ops tf = pass.tf();
        Operand<TFloat32> before = pass.moving(moving);
        pass.move(moving, tf.math.mul(tf.math.sub(before, batch), share));
    }

    /** Biased variance / unbiased variance = max(n - 1, 1) / n, with n values per channel. */
    private static Operand<TFloat32> biasedShare(Ops tf, Operand<TFloat32> x) {
        int axes = x.shape().numDimensions() - 1;
        Operand<TInt32> window = tf.slice(tf.shape(x), tf.constant(new int[] {0}), tf.constant(new int[] {axes}));
        Operand<TFloat32> n = tf.dtypes.cast(tf.reduceProd(window, tf.constant(0)), TFloat32.class);
        Operand<TFloat32> divisor = tf.math.maximum(tf.math.sub(n, tf.constant(1f)), tf.constant(1f));
        return tf.math.div(divisor, n);
    }
}
