package io.regulus.ops;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** What a pass moves the statistics of norms by. A layer that is used several times has one statistic, and all its changes are taken off at once. */
final class MovingStatistics {
    private final Ops tf;
    private final Map<String, Operand<TFloat32>> changes = new HashMap<>();
    private final List<Function<Ops, Op>> updates = new ArrayList<>();

    MovingStatistics(Ops tf) {
        this.tf = tf;
    }

    /** Its value after what it was moved by so far: of a layer that is used twice, by the first use. */
    Operand<TFloat32> value(Weight statistic) {
        Operand<TFloat32> moved = changes.get(statistic.name());
        return moved == null ? statistic : tf.math.sub(statistic, moved);
    }

    /** Takes a change off when the batch is known to be sound. */
    void move(Weight statistic, Operand<TFloat32> change) {
        Operand<TFloat32> moved = changes.get(statistic.name());
        if (moved == null) {
            updates.add(sound -> sound.assignSubVariableOp(statistic.handle(), changes.get(statistic.name())));
        }
        changes.put(statistic.name(), moved == null ? change : tf.math.add(moved, change));
    }

    /** The ops that move them, under the control of a step. */
    List<Op> updates(Ops sound) {
        return updates.stream().map(update -> update.apply(sound)).toList();
    }
}
