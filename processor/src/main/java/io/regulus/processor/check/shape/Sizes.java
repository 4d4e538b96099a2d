package io.regulus.processor.check.shape;

import io.regulus.processor.spec.TensorShape;
import java.util.List;

/** Arithmetic of sizes that may be absurdly large: it stops at {@link Long#MAX_VALUE} instead of wrapping around. */
public final class Sizes {
    /** What an array, and a tensor made from one, can hold. */
    public static final int LIMIT = Integer.MAX_VALUE;

    /** The values of 32 bits that a Java array of bytes can hold, in which a variable is saved. */
    static final int VARIABLE_LIMIT = (Integer.MAX_VALUE - 8) / Float.BYTES;

    private Sizes() {}

    /** Product of positive numbers. */
    static long product(List<Integer> factors) {
        long product = 1;
        for (int factor : factors) {
            product = product > Long.MAX_VALUE / factor ? Long.MAX_VALUE : product * factor;
        }
        return product;
    }

    /** Number of values in one row. */
    public static long row(TensorShape shape) {
        return product(shape.dims());
    }

    /** A size for a message. */
    public static String text(long size) {
        return size == Long.MAX_VALUE ? "more than 9e18" : Long.toString(size);
    }
}
