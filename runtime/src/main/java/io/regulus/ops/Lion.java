package io.regulus.ops;

import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/**
 * Lion: w -= lr * sign(beta1 * m + (1 - beta1) * g); m = beta2 * m + (1 - beta2) * g. Decoupled decay, where there is any, comes before.
 *
 * @param beta1 in [0, 1)
 * @param beta2 in [0, 1)
 */
public record Lion(double beta1, double beta2) implements Optimizer {
    @Override
    public Op update(Ops tf, Updated weight, Operand<TFloat32> gradient, Rates rates) {
        Operand<? extends TType> slot = weight.slot("m");
        Operand<TFloat32> m = tf.readVariableOp(slot, TFloat32.class);
        // both means lie on the way from m to g
        Operand<TFloat32> way = tf.math.sub(gradient, m);
        Operand<TFloat32> direction = tf.math.sign(tf.math.add(m, tf.math.mul(way, rates.constant(1 - beta1))));
        Op moved = tf.train.resourceApplyGradientDescent(weight.handle(), rates.learningRate(), direction);
        Op kept = tf.assignVariableOp(slot, tf.math.add(m, tf.math.mul(way, rates.constant(1 - beta2))));
        return tf.withControlDependencies(moved, kept).noOp();
    }
}
