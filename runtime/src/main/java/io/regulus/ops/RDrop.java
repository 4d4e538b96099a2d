package io.regulus.ops;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * R-Drop (Liang et al., 2021): two runs with different masks, (J_p + J_q) / 2 + alpha * D.
 *
 * @param again runs the layers once more and gives the outputs with their losses
 * @param agreements how D is measured, output by output
 * @param alpha what D counts, above 0
 */
record RDrop(Supplier<List<Head>> again, List<Agreement> agreements, double alpha) {
    /** The outputs of both runs; the losses of the first have D, whose gradient both have. */
    List<Head> minimised(Pass pass, List<Head> heads) {
        List<Head> second = pass.redrawn("again", again);
        List<Head> all = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            Head p = heads.get(i);
            Head q = second.get(i);
            Loss apart = agreements.get(i).between(pass, p.outputs(), q.outputs());
            Loss back = agreements.get(i).between(pass, q.outputs(), p.outputs());
            Ops tf = pass.tf();
            Operand<TFloat32> value =
                    tf.math.add(half(tf, p.loss().value()), tf.math.mul(apart.value(), tf.constant((float) alpha)));
            all.add(p.with(new Loss(value, gradient(tf, p, apart))));
            all.add(q.with(new Loss(half(tf, q.loss().value()), gradient(tf, q, back))));
        }
        return all;
    }

    private Operand<TFloat32> gradient(Ops tf, Head head, Loss apart) {
        return tf.math.add(half(tf, head.loss().gradient()), tf.math.mul(apart.gradient(), tf.constant((float) alpha)));
    }

    private static Operand<TFloat32> half(Ops tf, Operand<TFloat32> value) {
        return tf.math.mul(value, tf.constant(0.5f));
    }
}
