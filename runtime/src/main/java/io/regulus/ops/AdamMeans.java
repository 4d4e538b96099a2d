package io.regulus.ops;

import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/**
 * The moving means of a weight's gradients and of their squares, for rules that TensorFlow has no op of: m = beta1 * m + (1 - beta1) * g;
 * v = beta2 * v + (1 - beta2) * g^2.
 *
 * @param m after the gradient of this step
 * @param v likewise
 * @param kept run this to keep both
 */
record AdamMeans(Operand<TFloat32> m, Operand<TFloat32> v, Op kept) {
    static AdamMeans of(
            Ops tf, Updated weight, Operand<TFloat32> g, double beta1, double beta2, Optimizer.Rates rates) {
        Mean m = Mean.of(tf, weight.slot("m"), g, beta1, rates);
        Mean v = Mean.of(tf, weight.slot("v"), tf.math.square(g), beta2, rates);
        return new AdamMeans(
                m.value(),
                v.value(),
                tf.withControlDependencies(m.kept(), v.kept()).noOp());
    }

    /** A moving mean: mean + (1 - beta) * (value - mean). */
    record Mean(Operand<TFloat32> value, Op kept) {
        static Mean of(
                Ops tf, Operand<? extends TType> slot, Operand<TFloat32> value, double beta, Optimizer.Rates rates) {
            Operand<TFloat32> before = tf.readVariableOp(slot, TFloat32.class);
            Operand<TFloat32> moved = tf.math.mul(tf.math.sub(value, before), rates.constant(1 - beta));
            Operand<TFloat32> mean = tf.math.add(before, moved);
            return new Mean(mean, tf.assignVariableOp(slot, mean));
        }
    }
}
