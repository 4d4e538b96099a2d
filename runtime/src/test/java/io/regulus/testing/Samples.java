package io.regulus.testing;

import io.regulus.data.Dataset;
import java.util.Random;

/** Numbers to train on: any will do, but the same in every run. */
public final class Samples {
    private Samples() {}

    /** Standard normal numbers. */
    public static float[] normal(int n, long seed) {
        Random random = new Random(seed);
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /** Rows of standard normal numbers. */
    public static float[][] rows(int rows, int width, long seed) {
        float[] flat = normal(rows * width, seed);
        float[][] all = new float[rows][width];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(flat, row * width, all[row], 0, width);
        }
        return all;
    }

    /** Labels from 0. */
    public static int[] labels(int rows, int classes, long seed) {
        return new Random(seed).ints(rows, 0, classes).toArray();
    }

    /** Normal rows with random labels. */
    public static Dataset labelled(int rows, int width, int classes, long seed) {
        return Dataset.of(rows(rows, width, seed), labels(rows, classes, seed + 1));
    }

    /** Normal rows with normal targets. */
    public static Dataset valued(int rows, int width, int outputs, long seed) {
        return Dataset.of(rows(rows, width, seed), rows(rows, outputs, seed + 1));
    }
}
