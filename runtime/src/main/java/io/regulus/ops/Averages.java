package io.regulus.ops;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * Averages of weights and moving statistics that are taken now and then, between steps: average = (1 - share) * average + share * w.
 *
 * @param share fed; 1 makes the average the weight itself, to the last bit
 * @param count fed; how many weights the average then is of
 * @param update run this to take them
 */
public record Averages(Placeholder<TFloat32> share, Placeholder<TInt64> count, Op update) {
    /** How many weights the averages are of, a variable, so that a run that goes on weighs the next ones as it would have. */
    public static final String COUNT = "training/averaged";

    /**
     * Adds the ops, and the averages of whatever weights and statistics are declared by now.
     *
     * @param tf where to add them
     */
    public static Averages of(Ops tf, Variables variables) {
        Placeholder<TFloat32> share = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
        Placeholder<TInt64> count = tf.placeholder(TInt64.class, Placeholder.shape(Shape.scalar()));
        Operand<TFloat32> kept = tf.math.sub(tf.constant(1f), share);
        List<Op> updates = new ArrayList<>();
        for (Variable<TFloat32> variable : variables.ofNetwork()) {
            Variable<TFloat32> average = variable.average();
            Weight before = new Weight(tf, average, variables.declare(tf, average));
            Weight now = new Weight(tf, variable, Variables.handle(tf, variable));
            Operand<TFloat32> blended = tf.math.add(tf.math.mul(before, kept), tf.math.mul(now, share));
            updates.add(tf.assignVariableOp(before.handle(), blended));
        }
        Variable<TInt64> counter =
                new Variable<>(COUNT, TInt64.class, Shape.scalar(), Role.STATE, ops -> ops.constant(0L));
        updates.add(tf.assignVariableOp(variables.declare(tf, counter), count));
        return new Averages(share, count, tf.withControlDependencies(updates).noOp());
    }
}
