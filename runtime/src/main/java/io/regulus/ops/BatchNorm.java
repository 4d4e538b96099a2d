package io.regulus.ops;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Batch normalisation over every axis but the last, on TensorFlow's fused kernel.
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
     * @param x [rows, channels] or [rows, height, width, channels]
     * @param momentum weight of the old moving statistic, in [0, 1)
     * @param epsilon added to the variance under the root
     * @param unbiased whether the moving variance follows the unbiased batch variance instead of the biased one
     */
    public Operand<TFloat32> apply(Pass pass, Operand<TFloat32> x, double momentum, double epsilon, boolean unbiased) {
        Ops tf = pass.tf();
        long channels = scale.shape().get(0);
        boolean flat = x.shape().numDimensions() == 2;
        Operand<TFloat32> image = flat ? tf.reshape(x, tf.constant(new long[] {-1, 1, 1, channels})) : x;
        FusedBatchNorm.Options[] options = {
            FusedBatchNorm.epsilon((float) epsilon), FusedBatchNorm.isTraining(pass.training())
        };
        FusedBatchNorm<TFloat32, TFloat32> norm;
        if (pass.training()) {
            Operand<TFloat32> none = tf.constant(new float[0]);
            norm = tf.nn.fusedBatchNorm(image, scale, shift, none, none, options);
            follow(pass, momentum, norm, image, unbiased);
        } else {
            norm = tf.nn.fusedBatchNorm(image, scale, shift, mean, variance, options);
        }
        return flat ? tf.reshape(norm.y(), tf.constant(new long[] {-1, channels})) : norm.y();
    }

    /** {@link #apply}, then a ReLU. */
    public Operand<TFloat32> relu(Pass pass, Operand<TFloat32> x, double momentum, double epsilon, boolean unbiased) {
        return pass.tf().nn.relu(apply(pass, x, momentum, epsilon, unbiased));
    }

    /**
     * {@link #apply}, then a ReLU, then dropout.
     *
     * @param layer name of the layer, part of the mask's seed
     * @param p probability of dropping, in [0, 1)
     */
    public Operand<TFloat32> reluDropout(
            Pass pass, Operand<TFloat32> x, double momentum, double epsilon, boolean unbiased, String layer, double p) {
        return Dropout.apply(pass, layer, relu(pass, x, momentum, epsilon, unbiased), p);
    }

    /** moving -= (1 - momentum) * (moving - batch), for both statistics. */
    private void follow(
            Pass pass,
            double momentum,
            FusedBatchNorm<TFloat32, TFloat32> norm,
            Operand<TFloat32> image,
            boolean unbiased) {
        Operand<TFloat32> batchVariance = unbiased ? norm.batchVariance() : biased(pass.tf(), norm, image);
        towards(pass, mean, norm.batchMean(), momentum);
        towards(pass, variance, batchVariance, momentum);
    }

    private static void towards(Pass pass, Weight moving, Operand<TFloat32> batch, double momentum) {
        Ops tf = pass.tf();
        Operand<TFloat32> change = tf.math.mul(tf.math.sub(moving, batch), tf.constant((float) (1 - momentum)));
        pass.onUpdate(sound -> sound.assignSubVariableOp(moving.handle(), change));
    }

    /** The fused kernel returns sum of squares / max(n - 1, 1): turned back into sum of squares / n. */
    private static Operand<TFloat32> biased(Ops tf, FusedBatchNorm<TFloat32, TFloat32> norm, Operand<TFloat32> image) {
        Operand<TInt32> shape = tf.shape(image);
        Operand<TInt32> window = tf.slice(shape, tf.constant(new int[] {0}), tf.constant(new int[] {3}));
        Operand<TFloat32> n = tf.dtypes.cast(tf.reduceProd(window, tf.constant(0)), TFloat32.class);
        Operand<TFloat32> divisor = tf.math.maximum(tf.math.sub(n, tf.constant(1f)), tf.constant(1f));
        return tf.math.mul(norm.batchVariance(), tf.math.div(divisor, n));
    }
}
