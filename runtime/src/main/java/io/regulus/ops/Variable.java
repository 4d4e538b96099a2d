package io.regulus.ops;

import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.family.TNumber;

/**
 * A resource variable of the session, known by its name: every graph that declares the name meets the same value.
 *
 * @param name such as {@code "head/kernel"}
 * @param type {@code TFloat32} or {@code TInt64}
 * @param shape its dimensions
 * @param role what it is to the network
 * @param initial makes the value it starts with
 */
public record Variable<T extends TNumber>(
        String name, Class<T> type, Shape shape, Role role, Function<Ops, Operand<T>> initial) {
    /** Number of values. */
    public long size() {
        return shape.size();
    }
}
