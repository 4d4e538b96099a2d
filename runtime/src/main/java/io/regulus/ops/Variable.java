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
    /** What the name of a moving average ends in, after that of its variable. */
    private static final String AVERAGE = "/average";

    /** Name of the moving average of a variable. */
    public static String averageOf(String name) {
        return name + AVERAGE;
    }

    /** The moving average of this variable, which starts as this does. */
    Variable<T> average() {
        return new Variable<>(averageOf(name), type, shape, Role.AVERAGE, initial);
    }

    /** Number of values. */
    public long size() {
        return shape.size();
    }
}
