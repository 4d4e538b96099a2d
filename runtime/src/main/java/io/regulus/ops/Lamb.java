package io.regulus.ops;

import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/**
 * LAMB: r = m / (1 - beta1^t) / (sqrt(v / (1 - beta2^t)) + epsilon) + decay * w; w -= lr * norm(w) / norm(r) * r, m and v as in
 * {@link Adam}. The quotient is 1 where a norm is 0. Of rows of a table the norms are those of the rows.
 *
 * @param beta1 in [0, 1)
 * @param beta2 in [0, 1)
 * @param epsilon above 0
 */
public record Lamb(double beta1, double beta2, double epsilon) implements Optimizer {
    @Override
    public boolean decays() {
        return true;
    }

    @Override
    public Op update(Ops tf, Updated weight, Operand<TFloat32> gradient, Rates rates) {
        AdamMeans means = AdamMeans.of(tf, weight, gradient, beta1, beta2, rates);
        Operand<TFloat32> w = tf.readVariableOp(weight.handle(), TFloat32.class);
        Operand<TFloat32> m = tf.math.div(means.m(), rates.biasCorrection(beta1));
        Operand<TFloat32> v = tf.math.div(means.v(), rates.biasCorrection(beta2));
        Operand<TFloat32> adam = tf.math.div(m, tf.math.add(tf.math.sqrt(v), rates.constant(epsilon)));
        Operand<TFloat32> r =
                weight.decay() == 0 ? adam : tf.math.add(adam, tf.math.mul(w, rates.constant(weight.decay())));
        Operand<TFloat32> rate = tf.math.mul(rates.learningRate(), trust(tf, w, r, rates));
        Op moved = tf.train.resourceApplyGradientDescent(weight.handle(), rate, r);
        return tf.withControlDependencies(moved, means.kept()).noOp();
    }

    /** norm(w) / norm(r), a scalar. */
    private static Operand<TFloat32> trust(Ops tf, Operand<TFloat32> w, Operand<TFloat32> r, Rates rates) {
        Operand<TFloat32> zero = rates.constant(0);
        // halves of the squares: the quotient is that of the squares
        Operand<TFloat32> ofWeight = tf.nn.l2Loss(w);
        Operand<TFloat32> ofStep = tf.nn.l2Loss(r);
        Operand<TBool> both = tf.math.logicalAnd(tf.math.greater(ofWeight, zero), tf.math.greater(ofStep, zero));
        return tf.select(both, tf.math.sqrt(tf.math.div(ofWeight, ofStep)), rates.constant(1));
    }
}
