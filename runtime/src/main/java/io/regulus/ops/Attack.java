package io.regulus.ops;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Adversarial training by the fast gradient sign method (Goodfellow et al., 2015): x' = x + epsilon * sign(dJ/dx), J the data loss over
 * all outputs. The gradient is that of this very step, with its masks of dropout and its batch statistics.
 *
 * @param again runs the layers once more and gives the outputs with their losses
 * @param epsilon how far each value moves
 * @param weight what the loss on x' counts, in (0, 1]
 */
record Attack(Supplier<List<Head>> again, double epsilon, double weight) {
    /** The outputs on x and on x', each with its share of the loss; those on x are left out where theirs is 0. */
    List<Head> minimised(Pass pass, List<Head> heads) {
        List<Head> all = new ArrayList<>();
        if (weight < 1) {
            heads.forEach(head -> all.add(head.share(1 - weight)));
        }
        pass.again(inputs(pass, heads), again).forEach(head -> all.add(head.share(weight)));
        return all;
    }

    private Map<String, Operand<TFloat32>> inputs(Pass pass, List<Head> heads) {
        Ops tf = pass.tf();
        List<Operand<TFloat32>> outputs = new ArrayList<>();
        List<Operand<TFloat32>> upstream = new ArrayList<>();
        for (Head head : heads) {
            outputs.add(head.outputs());
            // under a loss scale the sign is the same, and fewer values vanish in 16 bits
            upstream.add(head.gradient(pass));
        }
        List<Operand<TFloat32>> slopes =
                pass.gradients(outputs, upstream, List.copyOf(pass.attackable().values()));
        Map<String, Operand<TFloat32>> attacked = new LinkedHashMap<>();
        for (Map.Entry<String, Operand<TFloat32>> input : pass.attackable().entrySet()) {
            Operand<TFloat32> moved =
                    tf.math.mul(tf.math.sign(slopes.get(attacked.size())), tf.constant((float) epsilon));
            // x' is data: no gradient goes back through the one it was made of
            attacked.put(input.getKey(), tf.stopGradient(tf.math.add(input.getValue(), moved)));
        }
        return attacked;
    }
}
