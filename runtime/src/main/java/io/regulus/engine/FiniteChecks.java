package io.regulus.engine;

import io.regulus.ops.Pass;
import io.regulus.ops.TrainingStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/**
 * Finds the layer in which a step first went wrong, by running its batch once more without the update. These ops cost
 * nothing until then: nothing else needs them, so no other run computes them.
 */
final class FiniteChecks {
    private final Map<String, Operand<TBool>> outputs = new LinkedHashMap<>();
    private final Map<String, Operand<TBool>> gradients = new LinkedHashMap<>();

    FiniteChecks(Ops tf, List<Pass.LayerOutput> layers, TrainingStep step) {
        layers.forEach(layer -> outputs.put(layer.name(), finite(tf, layer.output())));
        step.gradients().forEach((name, gradient) -> gradients.put(name, finite(tf, gradient)));
    }

    private static Operand<TBool> finite(Ops tf, Operand<TFloat32> values) {
        Operand<TBool> flat = tf.reshape(tf.math.isFinite(values), tf.constant(new int[] {-1}));
        return tf.reduceAll(flat, tf.constant(0));
    }

    /** The first layer, in the order of the network, whose output is not finite. */
    Optional<String> firstOutput(Session.Runner runner) {
        return first(runner, outputs, false);
    }

    /** The parameter nearest to the loss whose gradient is not finite: the backward pass starts there. */
    Optional<String> lastGradient(Session.Runner runner) {
        return first(runner, gradients, true);
    }

    private static Optional<String> first(
            Session.Runner runner, Map<String, Operand<TBool>> checks, boolean backwards) {
        checks.values().forEach(runner::fetch);
        Optional<String> found = Optional.empty();
        try (Result result = runner.run()) {
            int i = 0;
            for (String name : checks.keySet()) {
                boolean bad = !((TBool) result.get(i++)).getBoolean();
                if (bad && (backwards || found.isEmpty())) {
                    found = Optional.of(name);
                }
            }
        }
        return found;
    }
}
