package io.regulus.kernels;

import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/**
 * Adam with penalty and decay in one pass over the parameter: g += 2 * l2 * w; m += (g - m) * (1 - beta1);
 * v += (g^2 - v) * (1 - beta2); w -= lr * decay * w; w -= lr * sqrt(1 - beta2^t) / (1 - beta1^t) * m / (sqrt(v) + epsilon).
 * To the bit what the plain ops give one after the other.
 *
 * @param beta1 in [0, 1)
 * @param beta2 in [0, 1)
 * @param epsilon above 0
 * @param shrinkage penalty and decay
 */
public record AdamUpdate(float beta1, float beta2, float epsilon, Shrinkage shrinkage) {
    /**
     * The three variables of a parameter, all different.
     *
     * @param parameter handle of w
     * @param m handle of the gradients' mean
     * @param v handle of their squares' mean
     */
    public record Variables(
            Operand<? extends TType> parameter, Operand<? extends TType> m, Operand<? extends TType> v) {}

    /**
     * beta1^t and beta2^t, scalars.
     *
     * @param beta1 beta1^t
     * @param beta2 beta2^t
     */
    public record Powers(Operand<TFloat32> beta1, Operand<TFloat32> beta2) {}

    /**
     * The update of one parameter.
     *
     * @param learningRate a scalar
     * @param gradient of the loss without the penalty, of the parameter's shape
     */
    public Op apply(
            Ops tf, Variables variables, Powers powers, Operand<TFloat32> learningRate, Operand<TFloat32> gradient) {
        return shrinkage.build(tf.scope()
                .opBuilder("RegulusAdam", "RegulusAdam")
                .addInput(variables.parameter().asOutput())
                .addInput(variables.m().asOutput())
                .addInput(variables.v().asOutput())
                .addInput(powers.beta1().asOutput())
                .addInput(powers.beta2().asOutput())
                .addInput(learningRate.asOutput())
                .addInput(gradient.asOutput())
                .setAttr("beta1", beta1)
                .setAttr("beta2", beta2)
                .setAttr("epsilon", epsilon));
    }
}
