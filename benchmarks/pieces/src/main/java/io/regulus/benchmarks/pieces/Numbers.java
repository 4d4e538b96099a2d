package io.regulus.benchmarks.pieces;

import java.util.Random;

/** Arbitrary numbers, the same in every run. */
final class Numbers {
    private static final long SEED = 1;

    private Numbers() {}

    /** Numbers in [0, 1). */
    static float[] floats(int count) {
        Random random = new Random(SEED);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }

    /** Rows of numbers in [0, 1). */
    static float[][] rows(int count, int length) {
        Random random = new Random(SEED);
        float[][] rows = new float[count][length];
        for (float[] row : rows) {
            for (int i = 0; i < length; i++) {
                row[i] = random.nextFloat();
            }
        }
        return rows;
    }

    /** Bytes of all values. */
    static byte[] bytes(int count) {
        byte[] values = new byte[count];
        new Random(SEED).nextBytes(values);
        return values;
    }

    /** Numbers from 0 to below a bound. */
    static int[] labels(int count, int bound) {
        return new Random(SEED).ints(count, 0, bound).toArray();
    }
}
