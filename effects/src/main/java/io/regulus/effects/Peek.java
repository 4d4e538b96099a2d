package io.regulus.effects;

import io.regulus.data.Dataset;
import io.regulus.engine.Feeds;
import io.regulus.engine.InputPort;
import io.regulus.engine.NetworkPlan;
import io.regulus.engine.OutputPort;
import io.regulus.model.Model;
import io.regulus.model.Weights;
import io.regulus.ops.Pass;
import io.regulus.ops.Variable;
import io.regulus.ops.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TNumber;

/** What the layers of a network give for some rows, by their names: in a step of training, with all that changes it there, or in a prediction. */
final class Peek {
    private Peek() {}

    /** In the first step of training, with the weights of a model. */
    static Map<String, float[]> training(Model model, NetworkPlan plan, Dataset rows) {
        return training(model, plan, rows, 1);
    }

    /**
     * The same.
     *
     * @param seed of what is drawn
     */
    static Map<String, float[]> training(Model model, NetworkPlan plan, Dataset rows, long seed) {
        return layers(model.weights(), plan, rows, true, seed);
    }

    /** In a prediction. */
    static Map<String, float[]> prediction(Model model, NetworkPlan plan, Dataset rows) {
        return layers(model.inferenceWeights(), plan, rows, false, 1);
    }

    private static Map<String, float[]> layers(
            Weights weights, NetworkPlan plan, Dataset rows, boolean training, long seed) {
        try (Graph graph = new Graph();
                Session session = new Session(graph)) {
            Ops tf = Ops.create(graph);
            Variables variables = new Variables(seed);
            Pass pass = training ? Pass.training(tf, variables, Pass.Method.PLAIN) : Pass.inference(tf, variables);
            InputPort<?> input = plan.inputs().get(0);
            Placeholder<?> fed = tf.placeholder(input.type(), Placeholder.shape(shape(input, rows)));
            Feeds feeds = new Feeds(Map.of(input.name(), fed), targets(tf, plan, rows.size()));
            if (training) {
                plan.training(pass, feeds);
            } else {
                plan.inference(pass, feeds);
            }
            start(tf, session, variables, weights);
            return read(session, pass.layers(), fed, rows, input);
        }
    }

    private static Shape shape(InputPort<?> input, Dataset rows) {
        return Shape.of(rows.size())
                .append(Shape.of(input.row().stream().mapToLong(Long::longValue).toArray()));
    }

    /** Of zeros: what the layers give does not depend on them. */
    private static Map<String, Operand<?>> targets(Ops tf, NetworkPlan plan, int rows) {
        Map<String, Operand<?>> targets = new LinkedHashMap<>();
        for (OutputPort output : plan.outputs()) {
            targets.put(
                    output.name(),
                    zeros(tf, output.target().type(), output.target().batch(rows)));
        }
        return targets;
    }

    private static <T extends TNumber> Operand<T> zeros(Ops tf, Class<T> type, Shape shape) {
        return tf.zeros(tf.constant(shape.asArray()), type);
    }

    private static void start(Ops tf, Session session, Variables variables, Weights weights) {
        List<Op> assigned = new ArrayList<>();
        for (Variable<?> variable : variables.all()) {
            Operand<?> value = weights.names().contains(variable.name())
                    ? tf.constant(variable.shape(), DataBuffers.of(weights.get(variable.name())))
                    : variable.initial().apply(tf);
            assigned.add(tf.assignVariableOp(Variables.handle(tf, variable), value));
        }
        Session.Runner runner = session.runner();
        assigned.forEach(runner::addTarget);
        runner.run().close();
    }

    private static Map<String, float[]> read(
            Session session, List<Pass.LayerOutput> layers, Placeholder<?> fed, Dataset rows, InputPort<?> input) {
        float[] values = new float[rows.size() * rows.rowLength()];
        int[] order = new int[rows.size()];
        for (int row = 0; row < order.length; row++) {
            order[row] = row;
        }
        rows.copyFloats(order, 0, order.length, values);
        Map<String, float[]> outputs = new LinkedHashMap<>();
        try (Tensor tensor = TFloat32.tensorOf(shape(input, rows), DataBuffers.of(values))) {
            Session.Runner runner = session.runner().feed(fed, tensor);
            layers.forEach(layer -> runner.fetch(layer.output()));
            try (Result result = runner.run()) {
                for (int i = 0; i < layers.size(); i++) {
                    float[] output = new float[Math.toIntExact(result.get(i).size())];
                    result.get(i).asRawTensor().data().asFloats().read(output);
                    outputs.putIfAbsent(layers.get(i).name(), output);
                }
            }
        }
        return outputs;
    }
}
