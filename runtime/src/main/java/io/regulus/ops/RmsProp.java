package io.regulus.ops;

import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/**
 * RMSprop: v = rho * v + (1 - rho) * g^2; m = momentum * m + lr * g / sqrt(v + epsilon); w -= m. Centered, the square of
 * the moving mean gradient is taken from v.
 *
 * @param rho in [0, 1)
 * @param momentum in [0, 1)
 * @param epsilon above 0
 * @param centered whether squares are taken around the mean gradient
 */
public record RmsProp(double rho, double momentum, double epsilon, boolean centered) implements Optimizer {
    @Override
    public Op update(Ops tf, Updated weight, Operand<TFloat32> gradient, Rates rates) {
        Operand<? extends TType> square = weight.slot("square");
        Operand<? extends TType> velocity = weight.slot("velocity");
        Operand<TFloat32> lr = rates.learningRate();
        Operand<TFloat32> rhoValue = rates.constant(rho);
        Operand<TFloat32> momentumValue = rates.constant(momentum);
        Operand<TFloat32> epsilonValue = rates.constant(epsilon);
        if (!centered) {
            return tf.train.resourceApplyRmsProp(
                    weight.handle(), square, velocity, lr, rhoValue, momentumValue, epsilonValue, gradient);
        }
        return tf.train.resourceApplyCenteredRmsProp(
                weight.handle(),
                weight.slot("mean"),
                square,
                velocity,
                lr,
                rhoValue,
                momentumValue,
                epsilonValue,
                gradient);
    }
}
