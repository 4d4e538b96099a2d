package io.regulus.ops;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;

/**
 * Sets some values of a weight to 0, between steps, and those of its moving average: w -= places * w, which is exactly 0 there and
 * changes no bit elsewhere.
 *
 * @param places fed, of the weight's shape: 1 where it is to be 0, else 0
 * @param update run this to do it
 */
public record Clearing(Placeholder<TFloat32> places, Op update) {
    /**
     * Adds the ops for all weights and statistics declared by now.
     *
     * @param tf where to add them
     * @param averaged whether there are averages of them
     * @return by name of the weight
     */
    public static Map<String, Clearing> all(Ops tf, Variables variables, boolean averaged) {
        Map<String, Clearing> byName = new LinkedHashMap<>();
        for (Variable<TFloat32> variable : variables.ofNetwork()) {
            Placeholder<TFloat32> places = tf.placeholder(TFloat32.class, Placeholder.shape(variable.shape()));
            List<Op> updates = new ArrayList<>();
            updates.add(clear(tf, variable, places));
            if (averaged) {
                updates.add(clear(tf, variable.average(), places));
            }
            byName.put(
                    variable.name(),
                    new Clearing(places, tf.withControlDependencies(updates).noOp()));
        }
        return byName;
    }

    private static Op clear(Ops tf, Variable<TFloat32> variable, Placeholder<TFloat32> places) {
        VarHandleOp handle = Variables.handle(tf, variable);
        return tf.assignSubVariableOp(handle, tf.math.mul(places, tf.readVariableOp(handle, TFloat32.class)));
    }
}
