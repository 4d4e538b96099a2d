package io.regulus.engine;

import io.regulus.ops.Pass;
import io.regulus.ops.TrainingStep;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/**
 * Finds where a step first went wrong, by running its batch once more without the update. These ops cost nothing until
 * then: no other run asks for them.
 */
final class FiniteChecks {
    private static final String DATA = "Clean the data.";
    private static final String WEIGHTS =
            "Set the weights anew or restore a saved model, and where training made them so lower the"
                    + " learning rate.";
    private static final String NUMBERS = "A lower learning rate, scaled inputs or a smaller penalty usually help.";

    private final NetworkPlan plan;
    private final Map<String, Operand<TBool>> outputs = new LinkedHashMap<>();
    private final Map<String, Operand<TBool>> gradients = new LinkedHashMap<>();

    FiniteChecks(NetworkPlan plan, Ops tf, List<Pass.LayerOutput> layers, TrainingStep step) {
        this.plan = plan;
        layers.forEach(layer -> outputs.put(layer.name(), finite(tf, layer.output())));
        step.gradients().forEach((name, gradient) -> gradients.put(name, finite(tf, gradient)));
    }

    private static Operand<TBool> finite(Ops tf, Operand<TFloat32> values) {
        Operand<TBool> flat = tf.reshape(tf.math.isFinite(values), tf.constant(new int[] {-1}));
        return tf.reduceAll(flat, tf.constant(0));
    }

    /**
     * What to tell the user of a step that failed.
     *
     * @param step its number
     * @param batch its batch
     * @param fed a runner with the batch fed, a new one each time
     * @param failure what TensorFlow said
     * @param agree what is said by the first process that has something to say, where several take the step: they have to go on alike
     */
    NonFiniteException explain(
            long step,
            BatchBuffer batch,
            Supplier<Session.Runner> fed,
            Exception failure,
            UnaryOperator<Optional<String>> agree) {
        Optional<String> data =
                agree.apply(features(batch).or(() -> targets(batch)).map(Finding::text));
        if (data.isPresent()) {
            Finding finding = Finding.parse(data.get());
            return bad(step, finding.layer(), finding.what(), DATA, failure);
        }
        // with the gradients wanted too it is the graph of a step: without, kernels that fuse a ReLU turn NaN into 0
        Session.Runner runner = fed.get();
        gradients.values().forEach(runner::addTarget);
        Optional<String> output = agree.apply(find(runner, outputs, false));
        if (output.isPresent()) {
            String layer = output.get();
            String what = "layer '" + layer + "' is the first whose output is NaN or infinite";
            return bad(step, layer, what, NUMBERS, failure);
        }
        // the backward pass starts at the loss: the gradient nearest to it was the first to go wrong
        Optional<String> gradient = agree.apply(find(fed.get(), gradients, true));
        if (gradient.isPresent()) {
            String layer = layerOf(gradient.get());
            String what = "the gradient of '" + gradient.get() + "' is NaN or infinite";
            return bad(step, layer, what, NUMBERS, failure);
        }
        String what = "every layer's output and gradient is finite, the loss or the gradient's norm is not";
        return bad(step, "loss", what, NUMBERS, failure);
    }

    /**
     * What to tell the user of a step that failed because a weight was no finite number before it.
     *
     * @param step its number
     * @param name of the weight
     * @param failure what TensorFlow said
     */
    NonFiniteException weight(long step, String name, Exception failure) {
        String what = "the weight '" + name + "' holds NaN or infinite values already before the step";
        return bad(step, layerOf(name), what, WEIGHTS, failure);
    }

    /**
     * What to tell the user of a step of several batches that were all sound.
     *
     * @param step its number
     * @param failure what TensorFlow said
     */
    NonFiniteException update(long step, Exception failure) {
        String what = "the gradients of its batches are finite, their mean with the penalties is not";
        return bad(step, "loss", what, NUMBERS, failure);
    }

    /** The layer that has a weight: names of layers of a block have slashes too, as those of some weights do. */
    private String layerOf(String weight) {
        return outputs.keySet().stream()
                .filter(layer -> weight.startsWith(layer + "/"))
                .max(Comparator.comparing(String::length))
                .orElse(weight);
    }

    /** What is wrong with data, and where it goes in. */
    private record Finding(String layer, String what) {
        String text() {
            return layer + "\n" + what;
        }

        static Finding parse(String text) {
            int end = text.indexOf('\n');
            return new Finding(text.substring(0, end), text.substring(end + 1));
        }
    }

    private Optional<Finding> features(BatchBuffer batch) {
        List<BatchBuffer.Input> inputs = batch.inputs();
        for (BatchBuffer.Input input : inputs) {
            int bad = input.values().firstNonFinite();
            if (bad >= 0) {
                String where = inputs.size() == 1
                        ? "the batch"
                        : "input '" + input.port().name() + "'";
                String what =
                        "row " + bad / input.port().rowLength() + " of " + where + " holds a NaN or infinite feature";
                String name = inputs.size() == 1 ? "input" : input.port().name();
                return Optional.of(new Finding(name, what));
            }
        }
        return Optional.empty();
    }

    private Optional<Finding> targets(BatchBuffer batch) {
        List<OutputPort> outputs = plan.outputs();
        for (int i = 0; i < outputs.size(); i++) {
            int bad = batch.target(i).firstNonFinite();
            if (bad >= 0) {
                OutputPort output = outputs.get(i);
                String which = outputs.size() == 1 ? "" : " for '" + output.name() + "'";
                String what =
                        "row " + bad / output.target().outputs() + " of the batch has a NaN or infinite target" + which;
                return Optional.of(new Finding("target", what));
            }
        }
        return Optional.empty();
    }

    private static NonFiniteException bad(long step, String layer, String what, String cure, Exception failure) {
        String message =
                "training stopped in step " + step + ": " + what + ". The weights of the step before are kept. " + cure;
        return new NonFiniteException(step, layer, message, failure);
    }

    private static Optional<String> find(Session.Runner runner, Map<String, Operand<TBool>> checks, boolean last) {
        checks.values().forEach(runner::fetch);
        Optional<String> found = Optional.empty();
        try (Result result = runner.run()) {
            int i = 0;
            for (String name : checks.keySet()) {
                boolean finite = ((TBool) result.get(i++)).getBoolean();
                if (!finite && (last || found.isEmpty())) {
                    found = Optional.of(name);
                }
            }
        }
        return found;
    }
}
