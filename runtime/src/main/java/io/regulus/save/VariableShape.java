package io.regulus.save;

import java.util.Arrays;
import java.util.List;

/**
 * What a variable is, without its values.
 *
 * @param name such as {@code head/kernel}, not empty
 * @param type of its elements
 * @param shape length of each dimension, at least 0; none for a single value
 */
public record VariableShape(String name, ElementType type, List<Long> shape) {
    /**
     * With the dimensions as a list.
     *
     * @throws IllegalArgumentException if the name is empty or a dimension negative
     */
    public VariableShape {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a variable's name is empty");
        }
        shape = List.copyOf(shape);
        for (long length : shape) {
            if (length < 0) {
                throw new IllegalArgumentException(
                        "variable '" + name + "': shape " + shape + ": dimensions cannot be negative");
            }
        }
    }

    /**
     * With the dimensions as an array.
     *
     * @throws IllegalArgumentException if the name is empty or a dimension negative
     */
    public VariableShape(String name, ElementType type, long... shape) {
        this(name, type, Arrays.stream(shape).boxed().toList());
    }

    /**
     * Bytes of its values.
     *
     * @throws ArithmeticException if they are more than a long counts
     */
    public long bytes() {
        // A dimension of 0 makes the product 0, however large the others are.
        if (shape.contains(0L)) {
            return 0;
        }
        long bytes = type.bytes();
        for (long length : shape) {
            bytes = Math.multiplyExact(bytes, length);
        }
        return bytes;
    }

    /** Such as {@code F32 [3, 3, 1, 32]}. */
    public String describe() {
        return type + " " + shape;
    }
}
