package io.regulus.benchmarks;

import java.util.Arrays;

/** Rows in one array, with a class label or a number to predict for each. */
public final class Samples {
    private final int width;
    private final float[] features;
    private final int[] labels;
    private final float[] values;

    Samples(int width, float[] features, int[] labels, float[] values) {
        this.width = width;
        this.features = features;
        this.labels = labels;
        this.values = values;
    }

    /** Number of rows. */
    public int size() {
        return features.length / width;
    }

    /** Numbers per row. */
    public int width() {
        return width;
    }

    /** The numbers of some rows, row after row: of all rows the array itself, which nobody needs twice. */
    public float[] features(int from, int rows) {
        return rows == size() ? features : Arrays.copyOfRange(features, from * width, (from + rows) * width);
    }

    /** The classes of some rows. */
    public int[] labels(int from, int rows) {
        return Arrays.copyOfRange(labels, from, from + rows);
    }

    /** The numbers to predict of some rows. */
    public float[] values(int from, int rows) {
        return Arrays.copyOfRange(values, from, from + rows);
    }

    /** Some rows as arrays of their own. */
    public float[][] rows(int from, int rows) {
        float[][] result = new float[rows][];
        for (int row = 0; row < rows; row++) {
            result[row] = features(from + row, 1);
        }
        return result;
    }
}
