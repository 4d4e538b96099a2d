package io.regulus.metrics;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Metrics of a yes-or-no classifier with one logit per row; labels are 0 and 1.
 *
 * <ul>
 *   <li>{@code accuracy}: share of rows whose probability is above 0.5, the logit above 0, exactly where the label is
 *       1. A NaN is wrong.
 *   <li>{@code auc}: area under the ROC curve, exact: the chance that a row of class 1 has a larger logit than one of
 *       class 0, equal logits counting half. NaN where a class has no rows or a logit is NaN.
 * </ul>
 *
 * <p>The exact area needs all logits: four bytes a row until {@link #reset}.
 */
public final class BinaryMetrics implements LabelMetrics {
    private final Scores zeros = new Scores();
    private final Scores ones = new Scores();
    private long right;
    private boolean nan;

    /** Without rows. */
    public BinaryMetrics() {}

    @Override
    public void add(float[] outputs, int[] labels, int count) {
        Batches.requireRoom("outputs", outputs.length, count, 1);
        Batches.requireRoom("labels", labels.length, count, 1);
        for (int row = 0; row < count; row++) {
            float logit = outputs[row];
            switch (labels[row]) {
                case 0 -> {
                    zeros.add(logit);
                    right += logit <= 0 ? 1 : 0;
                }
                case 1 -> {
                    ones.add(logit);
                    right += logit > 0 ? 1 : 0;
                }
                default ->
                    throw new IllegalArgumentException(
                            "label " + labels[row] + " in row " + row + ": labels of a binary classifier are 0 and 1");
            }
            nan |= Float.isNaN(logit);
        }
    }

    @Override
    public Map<String, Double> result() {
        Map<String, Double> result = new LinkedHashMap<>();
        result.put("accuracy", (double) right / ((long) zeros.size + ones.size));
        result.put("auc", nan ? Double.NaN : auc());
        return Collections.unmodifiableMap(result);
    }

    /** Counts in integers, twice the pairs won plus the pairs tied, so that the area is exact to the last division. */
    private double auc() {
        float[] low = zeros.sorted();
        float[] high = ones.sorted();
        long twice = 0;
        int below = 0;
        int notAbove = 0;
        for (int i = 0; i < ones.size; i++) {
            while (below < zeros.size && low[below] < high[i]) {
                below++;
            }
            while (notAbove < zeros.size && low[notAbove] <= high[i]) {
                notAbove++;
            }
            twice += (long) below + notAbove;
        }
        return twice / (2.0 * zeros.size * ones.size);
    }

    @Override
    public void reset() {
        zeros.size = 0;
        ones.size = 0;
        right = 0;
        nan = false;
    }

    @Override
    public long[] state() {
        long[] state = new long[3 + zeros.size + ones.size];
        state[0] = right;
        state[1] = nan ? 1 : 0;
        state[2] = zeros.size;
        zeros.write(state, 3);
        ones.write(state, 3 + zeros.size);
        return state;
    }

    @Override
    public void restore(long... state) {
        boolean fits = state.length >= 3 && state[2] >= 0 && state[2] <= state.length - 3;
        Batches.requireState(fits, "accuracy and area", state);
        right = state[0];
        nan = state[1] != 0;
        int border = 3 + (int) state[2];
        zeros.read(state, 3, border);
        ones.read(state, border, state.length);
    }

    /** The logits of one class, unboxed. */
    private static final class Scores {
        private float[] values = new float[256];
        private int size;

        void add(float value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, (int) Math.min(2L * size, Integer.MAX_VALUE - 8));
            }
            values[size++] = value;
        }

        void write(long[] state, int from) {
            for (int i = 0; i < size; i++) {
                state[from + i] = Float.floatToRawIntBits(values[i]);
            }
        }

        void read(long[] state, int from, int to) {
            size = 0;
            for (int i = from; i < to; i++) {
                add(Float.intBitsToFloat((int) state[i]));
            }
        }

        /** In place: the order in which rows came does not matter. */
        float[] sorted() {
            Arrays.sort(values, 0, size);
            return values;
        }
    }
}
