package io.regulus.kernels;

import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/**
 * Gradient descent with penalty and decay in one pass over the parameter: g += 2 * l2 * w; w -= lr * decay * w; then w -= lr * g,
 * or with momentum velocity = momentum * velocity - lr * g; w += velocity, or with Nesterov's w += momentum * velocity - lr * g.
 * To the bit what the plain ops give one after the other.
 *
 * @param momentum in [0, 1); used only with a velocity
 * @param nesterov whether to look ahead
 * @param shrinkage penalty and decay
 */
public record DescentUpdate(float momentum, boolean nesterov, Shrinkage shrinkage) {
    /**
     * The update of one parameter without momentum.
     *
     * @param parameter handle of w
     * @param learningRate a scalar
     * @param gradient of the loss without the penalty, of the parameter's shape
     * @param threads how many may share a large parameter, at least 1; no more are used than the process has processors, and
     *     the result is the same
     */
    public Op plain(
            Ops tf,
            Operand<? extends TType> parameter,
            Operand<TFloat32> learningRate,
            Operand<TFloat32> gradient,
            int threads) {
        return shrinkage.build(tf.scope()
                .opBuilder("RegulusGradientDescent", "RegulusGradientDescent")
                .addInput(parameter.asOutput())
                .addInput(learningRate.asOutput())
                .addInput(gradient.asOutput())
                .setAttr("threads", Threads.checked(threads)));
    }

    /**
     * The update of one parameter with momentum.
     *
     * @param parameter handle of w
     * @param velocity handle of the velocity, another variable
     * @param learningRate a scalar
     * @param gradient of the loss without the penalty, of the parameter's shape
     * @param threads how many may share a large parameter, at least 1; no more are used than the process has processors, and
     *     the result is the same
     */
    public Op withMomentum(
            Ops tf,
            Operand<? extends TType> parameter,
            Operand<? extends TType> velocity,
            Operand<TFloat32> learningRate,
            Operand<TFloat32> gradient,
            int threads) {
        return shrinkage.build(tf.scope()
                .opBuilder("RegulusMomentum", "RegulusMomentum")
                .addInput(parameter.asOutput())
                .addInput(velocity.asOutput())
                .addInput(learningRate.asOutput())
                .addInput(gradient.asOutput())
                .setAttr("momentum", momentum)
                .setAttr("nesterov", nesterov)
                .setAttr("threads", Threads.checked(threads)));
    }
}
