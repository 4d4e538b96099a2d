package io.regulus.ops;

import static com.google.common.truth.Truth.assertWithMessage;

import io.regulus.engine.Feeds;
import io.regulus.engine.InputPort;
import io.regulus.engine.NetworkPlan;
import io.regulus.engine.OutputPort;
import io.regulus.engine.TargetPort;
import io.regulus.kernels.Kernels;
import io.regulus.testing.Samples;
import io.regulus.testing.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Named;
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
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TNumber;

/**
 * A training step as it is generated, at random weights: its gradients are compared with central differences of data loss
 * plus penalty, weight by weight, value by value.
 */
final class GradientCheck implements AutoCloseable {
    /** Small enough to cross few kinks, large enough for float32 losses around 1. */
    private static final float STEP = 2e-3f;

    /**
     * Where slopes are so small that the rounding of float32 losses counts beside them, which it does by the processor and the number of threads,
     * wider differences tell; a wrong gradient is far from both.
     */
    private static final float WIDER = 4;

    /**
     * For networks without kinks: with the five-point formula a step may be so large that the rounding of float32 losses, which
     * falls as 1 / step, no longer counts beside small slopes. What the formula leaves out grows with the fourth power of the
     * step: where a network bends much it is the smaller step that tells. The nearer of the two counts; a wrong gradient is far
     * from both.
     */
    private static final float[] SMOOTH_STEPS = {3e-2f, 6e-2f};

    private static final double TOLERANCE = 5e-3;
    private static final double SMOOTH_TOLERANCE = 2.5e-3;

    private final boolean smooth;
    private final Graph graph = new Graph();
    private final Session session = new Session(graph);
    private final Map<String, Setter> setters = new LinkedHashMap<>();
    private final List<Pass.LayerOutput> layers;
    private final TrainingStep step;
    private final Operand<TFloat32> total;
    private final Map<Operand<?>, Tensor> fed = new LinkedHashMap<>();
    private final List<Tensor> targets = new ArrayList<>();

    /** Replaces a weight. */
    private static final class Setter {
        private final Placeholder<TFloat32> value;
        private final Op assign;
        private final Shape shape;
        private final float[] values;

        Setter(Placeholder<TFloat32> value, Op assign, Shape shape, float[] values) {
            this.value = value;
            this.assign = assign;
            this.shape = shape;
            this.values = values;
        }
    }

    /** A network as the argument of a test, under the name of its class. */
    static Named<NetworkPlan> network(NetworkPlan plan) {
        return Named.of(plan.name().replaceAll(".*[.]", ""), plan);
    }

    /** Without weights all rows count the same. */
    GradientCheck(NetworkPlan network, int rows, long seed, float... rowWeights) {
        this(network, rows, seed, false, rowWeights);
    }

    /** A check of a network that has no kinks, neither activations nor losses: its small slopes are told from rounding. */
    static GradientCheck smooth(NetworkPlan network, int rows, long seed) {
        return new GradientCheck(network, rows, seed, true);
    }

    private GradientCheck(NetworkPlan network, int rows, long seed, boolean smooth, float... rowWeights) {
        this.smooth = smooth;
        Ops tf = Ops.create(graph);
        Variables variables = new Variables(seed);
        Map<String, Operand<?>> inputs = new LinkedHashMap<>();
        Map<String, Operand<?>> outputs = new LinkedHashMap<>();
        for (InputPort<?> port : network.inputs()) {
            Placeholder<?> in = tf.placeholder(port.type(), Placeholder.shape(shape(-1, port.row())));
            inputs.put(port.name(), in);
            int bound = port.vocabulary().orElse(256);
            fed.put(in, random(port.type(), shape(rows, port.row()), bound, seed + 1_000L * fed.size()));
        }
        for (OutputPort port : network.outputs()) {
            TargetPort<?> target = port.target();
            Placeholder<?> out = tf.placeholder(target.type(), Placeholder.shape(target.batch(-1)));
            outputs.put(port.name(), out);
            Tensor given = random(
                    target.type(), target.batch(rows), target.outputs(), seed + 1 + 1_000L * (outputs.size() - 1));
            targets.add(given);
            fed.put(out, given);
        }
        // as an engine chooses: with the native kernels where the tests run on them
        Pass.Method method = new Pass.Method(Optional.empty(), Kernels.available(), 1, false, new WholeBatch());
        Pass pass = Pass.training(tf, variables, method);
        if (rowWeights.length > 0) {
            Placeholder<TFloat32> weights = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1)));
            fed.put(weights, TFloat32.vectorOf(rowWeights));
            pass.weighing(weights);
        }
        step = network.training(pass, new Feeds(inputs, outputs));
        layers = pass.layers();
        Operand<TFloat32> minimised = tf.math.add(step.loss(), step.penalty());
        total = step.activityPenalty()
                .<Operand<TFloat32>>map(penalty -> tf.math.add(minimised, penalty))
                .orElse(minimised);
        for (Variable<?> variable : variables.all()) {
            session.run(tf.assignVariableOp(
                    Variables.handle(tf, variable), variable.initial().apply(tf)));
            if (variable.role().trained()) {
                Placeholder<TFloat32> value = tf.placeholder(TFloat32.class, Placeholder.shape(variable.shape()));
                float[] values = Samples.normal(Math.toIntExact(variable.size()), seed + setters.size() + 2);
                for (int i = 0; i < values.length; i++) {
                    values[i] *= 0.5f;
                }
                setters.put(
                        variable.name(),
                        new Setter(
                                value,
                                tf.assignVariableOp(Variables.handle(tf, variable), value),
                                variable.shape(),
                                values));
            }
        }
        setters.values().forEach(this::set);
    }

    private static Shape shape(long rows, List<Long> row) {
        return Shape.of(rows).append(Shape.of(row.stream().mapToLong(l -> l).toArray()));
    }

    /** Normal floats, or integers below a bound. */
    private static Tensor random(Class<? extends TNumber> type, Shape shape, int bound, long seed) {
        int size = Math.toIntExact(shape.size());
        if (type == TFloat32.class) {
            return TFloat32.tensorOf(shape, DataBuffers.of(Samples.normal(size, seed)));
        }
        int[] integers = Samples.labels(size, Math.max(bound, 2), seed);
        if (type == TInt32.class) {
            return TInt32.tensorOf(shape, DataBuffers.of(integers));
        }
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) integers[i];
        }
        return TUint8.tensorOf(shape, DataBuffers.of(bytes));
    }

    private void set(Setter setter) {
        try (Tensor tensor = TFloat32.tensorOf(setter.shape, DataBuffers.of(setter.values))) {
            session.runner()
                    .feed(setter.value, tensor)
                    .addTarget(setter.assign)
                    .run()
                    .close();
        }
    }

    /** The first output's values for the batch, row after row. */
    float[] outputs() {
        return fetch(step.heads().get(0).outputs());
    }

    /** What every layer gives for the batch, in one run. */
    Map<String, float[]> layers() {
        Ops tf = Ops.create(graph);
        Session.Runner runner = session.runner();
        // a layer that gives its input is a placeholder, which cannot be fetched itself
        layers.forEach(layer -> runner.fetch(tf.identity(layer.output())));
        fed.forEach((port, tensor) -> runner.feed(port.asOutput(), tensor));
        try (Result result = runner.run()) {
            Map<String, float[]> outputs = new LinkedHashMap<>();
            for (int i = 0; i < layers.size(); i++) {
                outputs.put(layers.get(i).name(), Values.of(result.get(i)));
            }
            return outputs;
        }
    }

    /** The first output's targets. */
    float[] targets() {
        return Values.of(targets.get(0));
    }

    private float[] fetch(Operand<TFloat32> what) {
        Session.Runner runner = session.runner().fetch(what);
        fed.forEach((port, tensor) -> runner.feed(port.asOutput(), tensor));
        try (Result result = runner.run()) {
            return Values.of(result.get(0));
        }
    }

    /** Fails where a gradient is not the slope. */
    void assertGradientsAreSlopes() {
        assertGradientsAreSlopes(Set.of(), STEP);
    }

    /**
     * Fails where a gradient is not the slope.
     *
     * @param flat names of weights that the loss does not depend on, and that have no slope
     * @param width of the differences to each side; the usual one is small enough to cross few kinks
     */
    void assertGradientsAreSlopes(Set<String> flat, float width) {
        assertWithMessage("weights with a gradient")
                .that(step.gradients().keySet())
                .isEqualTo(setters.keySet());
        step.gradients().forEach((name, gradient) -> {
            float[] claimed = withLeftToUpdate(name, fetch(gradient));
            if (smooth) {
                double distance = Double.MAX_VALUE;
                for (float smoothStep : SMOOTH_STEPS) {
                    distance = Math.min(distance, distance(name, claimed, slopes(setters.get(name), smoothStep)));
                }
                assertDistance(name, distance, SMOOTH_TOLERANCE);
                return;
            }
            double[] slopes = slopes(setters.get(name), width);
            if (flat.contains(name)) {
                assertWithMessage("gradient of " + name).that(largest(claimed)).isAtMost(1e-5);
                assertWithMessage("slope of " + name).that(norm(slopes)).isAtMost(1e-3);
                return;
            }
            double distance = distance(name, claimed, slopes);
            if (distance > TOLERANCE) {
                distance = distance(name, claimed, slopes(setters.get(name), WIDER * width));
            }
            assertDistance(name, distance, TOLERANCE);
        });
    }

    /** With the native kernels the slope of L2 is no part of the gradient but of those of tables: the update adds it. */
    private float[] withLeftToUpdate(String name, float... gradient) {
        float[] weights = setters.get(name).values;
        for (Penalty.Term term : step.terms()) {
            if (Kernels.available()
                    && term.kind().equals("L2")
                    && term.weight().equals(name)
                    && !name.endsWith("/embedding")) {
                for (int i = 0; i < gradient.length; i++) {
                    gradient[i] += (float) (2 * term.coefficient() * weights[i]);
                }
            }
        }
        return gradient;
    }

    private static void assertDistance(String name, double distance, double tolerance) {
        assertWithMessage("gradient of " + name + ", relative distance from the slope")
                .that(distance)
                .isAtMost(tolerance);
    }

    private static double distance(String name, float[] claimed, double[] slopes) {
        assertWithMessage("norm of the slope of " + name).that(norm(slopes)).isGreaterThan(1e-3);
        double[] differences = new double[slopes.length];
        for (int i = 0; i < slopes.length; i++) {
            differences[i] = slopes[i] - claimed[i];
        }
        return norm(differences) / norm(slopes);
    }

    private static double norm(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    private static double largest(float[] values) {
        double largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private double[] slopes(Setter setter, float width) {
        double[] slopes = new double[setter.values.length];
        for (int i = 0; i < slopes.length; i++) {
            float kept = setter.values[i];
            slopes[i] =
                    smooth ? (4 * slope(setter, i, width) - slope(setter, i, 2 * width)) / 3 : slope(setter, i, width);
            setter.values[i] = kept;
        }
        set(setter);
        return slopes;
    }

    /** The central difference with a step to either side of the value that the setter has. */
    private double slope(Setter setter, int index, float step) {
        float kept = setter.values[index];
        float above = kept + step;
        float below = kept - step;
        double slope = (totalAt(setter, index, above) - totalAt(setter, index, below)) / ((double) above - below);
        setter.values[index] = kept;
        return slope;
    }

    private double totalAt(Setter setter, int index, float value) {
        setter.values[index] = value;
        set(setter);
        return fetch(total)[0];
    }

    @Override
    public void close() {
        fed.values().forEach(Tensor::close);
        session.close();
        graph.close();
    }
}
