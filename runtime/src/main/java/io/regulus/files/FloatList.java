package io.regulus.files;

import java.util.Arrays;

/** Floats that grow in number, unboxed. */
final class FloatList {
    private float[] values = new float[1024];
    private int size;

    void add(float value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, (int) Math.min(2L * size, Integer.MAX_VALUE - 8));
        }
        values[size++] = value;
    }

    /** Forgets what is behind the first values. */
    void cut(int length) {
        size = Math.min(size, length);
    }

    float[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
