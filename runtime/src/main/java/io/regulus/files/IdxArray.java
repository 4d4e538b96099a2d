package io.regulus.files;

import java.util.Arrays;

/** An array of unsigned bytes with its shape, as an IDX file holds it. */
public final class IdxArray {
    private final int[] shape;
    private final byte[] data;

    /**
     * Keeps {@code data} without copying it.
     *
     * @param shape length of each dimension, the slowest first, each at least 1
     * @param data the values, 0..255, the last dimension fastest
     * @throws IllegalArgumentException if the shape has no dimension or more than 255, one is less than 1, or they do
     *     not multiply to the number of values
     */
    public IdxArray(int[] shape, byte[] data) {
        if (shape.length < 1 || shape.length > 255) {
            throw new IllegalArgumentException("shape has " + shape.length + " dimensions: must be 1 to 255");
        }
        long size = 1;
        for (int length : shape) {
            if (length < 1) {
                throw new IllegalArgumentException(
                        "shape " + Arrays.toString(shape) + ": dimensions must be at least 1");
            }
            size = Math.multiplyExact(size, (long) length);
            if (size > data.length) {
                break;
            }
        }
        if (size != data.length) {
            throw new IllegalArgumentException(
                    "shape " + Arrays.toString(shape) + " does not fit " + data.length + " values");
        }
        this.shape = shape.clone();
        this.data = data;
    }

    /** Length of each dimension, the slowest first; a copy. */
    public int[] shape() {
        return shape.clone();
    }

    /** Number of dimensions. */
    public int rank() {
        return shape.length;
    }

    /** The values themselves, not a copy: do not change them. */
    public byte[] data() {
        return data;
    }
}
