package io.regulus.ops;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Learning from another network's outputs (Hinton et al., 2015): (1 - alpha) * J + alpha * D. */
public final class Distillation {
    private Distillation() {}

    /**
     * In a step the loss with the teacher's share; elsewhere, or where that is 0, the loss itself.
     *
     * @param output name of the output, as it is fed
     * @param outputs what this network gives, [rows, outputs]
     * @param ofTargets J, the loss by the targets of the data
     * @param agreement how D is measured
     * @param temperature T, above 0
     * @param alpha what D counts, in [0, 1]
     */
    public static Loss loss(
            Pass pass,
            String output,
            Operand<TFloat32> outputs,
            Loss ofTargets,
            Agreement agreement,
            double temperature,
            double alpha) {
        if (!pass.training() || alpha == 0) {
            return ofTargets;
        }
        Loss ofTeacher = agreement.towards(pass, outputs, Losses.mixed(pass, pass.softTarget(output)), temperature);
        Ops tf = pass.tf();
        return new Loss(
                weighted(tf, ofTargets.value(), ofTeacher.value(), alpha),
                weighted(tf, ofTargets.gradient(), ofTeacher.gradient(), alpha));
    }

    private static Operand<TFloat32> weighted(
            Ops tf, Operand<TFloat32> targets, Operand<TFloat32> teacher, double alpha) {
        return tf.math.add(
                tf.math.mul(targets, tf.constant((float) (1 - alpha))),
                tf.math.mul(teacher, tf.constant((float) alpha)));
    }
}
