package io.regulus.ops;

import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Nadam: with u(t) = beta1 * (1 - 0.5 * 0.96^(momentumDecay * t)) and p(t) = u(1) * .. * u(t), and m and v as in {@link Adam},
 * w -= lr * (u(t + 1) * m / (1 - p(t + 1)) + (1 - u(t)) * g / (1 - p(t))) / (sqrt(v / (1 - beta2^t)) + epsilon).
 *
 * @param beta1 in [0, 1)
 * @param beta2 in [0, 1)
 * @param epsilon above 0
 * @param momentumDecay at least 0
 */
public record Nadam(double beta1, double beta2, double epsilon, double momentumDecay) implements Optimizer {
    @Override
    public Op update(Ops tf, Updated weight, Operand<TFloat32> gradient, Rates rates) {
        Pass pass = rates.pass();
        Ops free = pass.tf();
        Operand<TFloat32> one = rates.constant(1);
        Operand<TFloat32> now = momentum(rates, 1);
        Operand<TFloat32> next = momentum(rates, Math.pow(0.96, momentumDecay));
        Operand<TFloat32> product = pass.product("training/momentum_product", now);
        Operand<TFloat32> ofMean = free.math.div(next, free.math.sub(one, free.math.mul(product, next)));
        Operand<TFloat32> ofGradient = free.math.div(free.math.sub(one, now), free.math.sub(one, product));
        AdamMeans means = AdamMeans.of(tf, weight, gradient, beta1, beta2, rates);
        Operand<TFloat32> v = tf.math.div(means.v(), rates.biasCorrection(beta2));
        Operand<TFloat32> direction = tf.math.div(
                tf.math.add(tf.math.mul(means.m(), ofMean), tf.math.mul(gradient, ofGradient)),
                tf.math.add(tf.math.sqrt(v), rates.constant(epsilon)));
        Op moved = tf.train.resourceApplyGradientDescent(weight.handle(), rates.learningRate(), direction);
        return tf.withControlDependencies(moved, means.kept()).noOp();
    }

    /** beta1 * (1 - 0.5 * 0.96^(momentumDecay * t) * later). */
    private Operand<TFloat32> momentum(Rates rates, double later) {
        Ops tf = rates.pass().tf();
        Operand<TFloat32> power = rates.pass().power(Math.pow(0.96, momentumDecay));
        Operand<TFloat32> lost = tf.math.mul(power, rates.constant(0.5 * beta1 * later));
        return tf.math.sub(rates.constant(beta1), lost);
    }
}
