package io.regulus.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TNumber;

/**
 * Where batches enter the graph; any number of rows fits.
 *
 * <p>Ops are not named by the fields: TensorFlow does not allow every letter that Java does. Several are numbered.
 *
 * <p>A network of float inputs takes bytes too, a quarter of the memory to fill and to move: they are made floats in the
 * graph, byte * scale, by the same two roundings as in Java. Feeding the floats themselves bypasses those ops.
 *
 * @param inputs what the network reads, input by input
 * @param bytes where bytes enter an input instead, if the network takes floats there
 * @param targets what the outputs are trained towards
 * @param softTargets what a teacher says, where the network learns from one
 * @param rowWeights what the rows count in the loss, [rows]; read by passes that weigh them
 */
record Ports(
        Map<String, Operand<?>> inputs,
        List<Optional<Bytes>> bytes,
        Map<String, Placeholder<?>> targets,
        Map<String, Operand<TFloat32>> softTargets,
        Placeholder<TFloat32> rowWeights) {
    /** Bytes that stand for floats. */
    record Bytes(Placeholder<TUint8> values, Placeholder<TFloat32> scale) {}

    /** The ports of a graph that is fed what data sets hold. */
    static Ports of(Ops tf, NetworkPlan plan) {
        return of(tf, plan, true);
    }

    /** The ports of a graph that is fed what the network declares. */
    static Ports declared(Ops tf, NetworkPlan plan) {
        return of(tf, plan, false);
    }

    private static Ports of(Ops tf, NetworkPlan plan, boolean takesBytes) {
        Map<String, Operand<?>> inputs = new LinkedHashMap<>();
        List<Optional<Bytes>> bytes = new ArrayList<>();
        for (InputPort<?> port : plan.inputs()) {
            if (takesBytes && port.type() == TFloat32.class) {
                Bytes scaled = bytes(tf, port);
                inputs.put(
                        port.name(),
                        tf.withName(InputPort.ONLY)
                                .placeholderWithDefault(scaled(tf, scaled), port.batch(Shape.UNKNOWN_SIZE)));
                bytes.add(Optional.of(scaled));
            } else {
                inputs.put(port.name(), input(tf, port));
                bytes.add(Optional.empty());
            }
        }
        return new Ports(inputs, bytes, targets(tf, plan), softTargets(tf, plan), rowWeights(tf));
    }

    private static Bytes bytes(Ops tf, InputPort<?> port) {
        return new Bytes(
                tf.withName("input_bytes").placeholder(TUint8.class, Placeholder.shape(port.batch(Shape.UNKNOWN_SIZE))),
                tf.withName("input_scale").placeholder(TFloat32.class, Placeholder.shape(Shape.scalar())));
    }

    private static Operand<TFloat32> scaled(Ops tf, Bytes bytes) {
        return tf.math.mul(tf.dtypes.cast(bytes.values(), TFloat32.class), bytes.scale());
    }

    private static <I extends TNumber> Placeholder<I> input(Ops tf, InputPort<I> port) {
        return tf.withName(InputPort.ONLY).placeholder(port.type(), Placeholder.shape(port.batch(Shape.UNKNOWN_SIZE)));
    }

    private static Map<String, Placeholder<?>> targets(Ops tf, NetworkPlan plan) {
        Map<String, Placeholder<?>> targets = new LinkedHashMap<>();
        for (OutputPort output : plan.outputs()) {
            targets.put(output.name(), target(tf, output.target()));
        }
        return targets;
    }

    private static <T extends TNumber> Placeholder<T> target(Ops tf, TargetPort<T> port) {
        return tf.withName("target").placeholder(port.type(), Placeholder.shape(port.batch(Shape.UNKNOWN_SIZE)));
    }

    private static Map<String, Operand<TFloat32>> softTargets(Ops tf, NetworkPlan plan) {
        Map<String, Operand<TFloat32>> taught = new LinkedHashMap<>();
        if (plan.distils()) {
            for (OutputPort output : plan.outputs()) {
                Shape shape = Shape.of(Shape.UNKNOWN_SIZE, output.target().outputs());
                taught.put(
                        output.name(),
                        tf.withName("soft_target").placeholder(TFloat32.class, Placeholder.shape(shape)));
            }
        }
        return taught;
    }

    private static Placeholder<TFloat32> rowWeights(Ops tf) {
        return tf.withName("row_weights").placeholder(TFloat32.class, Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE)));
    }

    /** What the network reads. */
    Feeds feeds() {
        return new Feeds(inputs, targets);
    }

    /** Feeds the features of a batch. */
    Session.Runner feedFeatures(Session.Runner runner, BatchBuffer batch) {
        int i = 0;
        for (Operand<?> input : inputs.values()) {
            BatchBuffer.Input column = batch.input(i);
            if (column.storage().scaledBytes()) {
                Bytes port = bytes.get(i).orElseThrow();
                runner.feed(port.values(), column.values().tensor()).feed(port.scale(), column.scale());
            } else {
                runner.feed(input, column.values().tensor());
            }
            i++;
        }
        return runner;
    }

    /** Feeds the features and targets of a batch, and the weights of its rows where it has some. */
    Session.Runner feed(Session.Runner runner, BatchBuffer batch) {
        feedFeatures(runner, batch);
        int i = 0;
        for (Placeholder<?> target : targets.values()) {
            runner.feed(target, batch.target(i++).tensor());
        }
        batch.rowWeights().ifPresent(weights -> runner.feed(rowWeights, weights.tensor()));
        int taught = 0;
        for (Operand<TFloat32> soft : softTargets.values()) {
            batch.softTarget(taught++).ifPresent(column -> runner.feed(soft, column.tensor()));
        }
        return runner;
    }
}
