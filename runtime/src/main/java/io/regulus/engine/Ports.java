package io.regulus.engine;

import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.family.TNumber;

/** The placeholders batches are fed through; any number of rows fits. */
final class Ports {
    private Ports() {}

    static <I extends TNumber> Placeholder<I> input(Ops tf, Blueprint<I, ?> blueprint) {
        InputPort<I> port = blueprint.input();
        return tf.withName("input").placeholder(port.type(), Placeholder.shape(port.batch(Shape.UNKNOWN_SIZE)));
    }

    static <T extends TNumber> Placeholder<T> target(Ops tf, Blueprint<?, T> blueprint) {
        TargetPort<T> port = blueprint.target();
        return tf.withName("target").placeholder(port.type(), Placeholder.shape(port.batch(Shape.UNKNOWN_SIZE)));
    }
}
