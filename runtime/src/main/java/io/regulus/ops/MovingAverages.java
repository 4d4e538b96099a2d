package io.regulus.ops;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Averages of weights and moving statistics over the steps: what an inference pass may read in their place. */
final class MovingAverages {
    private MovingAverages() {}

    /**
     * Adds average -= (1 - decay) * (average - w) for every weight and statistic of a pass.
     *
     * @param decay in [0, 1)
     * @param changes all that changes them in a step, which the averages wait for
     */
    static List<Op> follow(Pass pass, double decay, List<Op> changes) {
        Ops tf = pass.tf();
        Operand<TFloat32> share = tf.constant((float) (1 - decay));
        List<Op> followed = new ArrayList<>();
        for (Weight weight : List.copyOf(pass.weights())) {
            Weight average = pass.average(weight);
            Operand<TFloat32> value = weight.readAfter(tf, changes.toArray(Op[]::new));
            Operand<TFloat32> change = tf.math.mul(tf.math.sub(average, value), share);
            followed.add(tf.assignSubVariableOp(average.handle(), change));
        }
        return followed;
    }
}
