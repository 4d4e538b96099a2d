package io.regulus.files;

import java.util.Arrays;

/** Floats that grow in number, unboxed; who adds them asks {@link ArrayLimit} whether there is room. */
final class FloatList {
    private float[] values = new float[1024];
    private int size;

    void add(float value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, ArrayLimit.withRoom(size + 1L));
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
