package io.regulus.engine;

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
 * <p>A network of float inputs takes bytes too, a quarter of the memory to fill and to move: they are made floats in the
 * graph, byte * scale, by the same two roundings as in Java. Feeding the floats themselves bypasses those ops.
 *
 * @param <I> type of the inputs
 * @param <T> type of the targets
 * @param input what the network reads
 * @param bytes where bytes enter instead, if the network takes floats
 * @param target what it is trained towards
 */
record Ports<I extends TNumber, T extends TNumber>(Operand<I> input, Optional<Bytes> bytes, Placeholder<T> target) {
    /** Bytes that stand for floats. */
    record Bytes(Placeholder<TUint8> values, Placeholder<TFloat32> scale) {}

    static <I extends TNumber, T extends TNumber> Ports<I, T> of(Ops tf, Blueprint<I, T> blueprint) {
        Placeholder<T> target = target(tf, blueprint);
        InputPort<I> port = blueprint.input();
        if (port.type() != TFloat32.class) {
            return new Ports<>(input(tf, blueprint), Optional.empty(), target);
        }
        Shape batch = port.batch(Shape.UNKNOWN_SIZE);
        Placeholder<TUint8> bytes = tf.withName("input_bytes").placeholder(TUint8.class, Placeholder.shape(batch));
        Placeholder<TFloat32> scale =
                tf.withName("input_scale").placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
        Operand<I> floats = tf.withName("input")
                .placeholderWithDefault(tf.dtypes.cast(scaled(tf, bytes, scale), port.type()), batch);
        return new Ports<>(floats, Optional.of(new Bytes(bytes, scale)), target);
    }

    private static Operand<TFloat32> scaled(Ops tf, Operand<TUint8> bytes, Operand<TFloat32> scale) {
        return tf.math.mul(tf.dtypes.cast(bytes, TFloat32.class), scale);
    }

    /** The input alone, for a graph that is fed what the network declares. */
    static <I extends TNumber> Placeholder<I> input(Ops tf, Blueprint<I, ?> blueprint) {
        InputPort<I> port = blueprint.input();
        return tf.withName("input").placeholder(port.type(), Placeholder.shape(port.batch(Shape.UNKNOWN_SIZE)));
    }

    static <T extends TNumber> Placeholder<T> target(Ops tf, Blueprint<?, T> blueprint) {
        TargetPort<T> port = blueprint.target();
        return tf.withName("target").placeholder(port.type(), Placeholder.shape(port.batch(Shape.UNKNOWN_SIZE)));
    }

    /** Feeds the features of a batch. */
    Session.Runner feedFeatures(Session.Runner runner, BatchBuffer batch) {
        if (batch.storage().scaledBytes()) {
            Bytes port = bytes.orElseThrow();
            return runner.feed(port.values(), batch.input().tensor()).feed(port.scale(), batch.scale());
        }
        return runner.feed(input, batch.input().tensor());
    }

    /** Feeds the features and targets of a batch. */
    Session.Runner feed(Session.Runner runner, BatchBuffer batch) {
        return feedFeatures(runner, batch).feed(target, batch.target().tensor());
    }
}
