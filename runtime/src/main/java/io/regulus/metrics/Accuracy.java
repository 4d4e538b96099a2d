package io.regulus.metrics;

import java.util.Map;

/**
 * Share of rows whose largest output is that of their class: {@code accuracy}. Outputs are logits or probabilities, the
 * order is the same. Of equal outputs the lowest class counts; a row with a NaN is wrong, whatever its label.
 */
public final class Accuracy implements LabelMetrics {
    private final int classes;
    private long rows;
    private long right;

    /**
     * For a number of classes.
     *
     * @param classes outputs per row, at least 2
     * @throws IllegalArgumentException if less than 2
     */
    public Accuracy(int classes) {
        if (classes < 2) {
            throw new IllegalArgumentException("classes = " + classes + ": must be at least 2");
        }
        this.classes = classes;
    }

    @Override
    public void add(float[] outputs, int[] labels, int count) {
        Batches.requireRoom("outputs", outputs.length, count, classes);
        Batches.requireRoom("labels", labels.length, count, 1);
        for (int row = 0; row < count; row++) {
            if (largest(outputs, row * classes) == labels[row]) {
                right++;
            }
        }
        rows += count;
    }

    /** The first class with the largest output, or -1 where there is a NaN. */
    private int largest(float[] outputs, int start) {
        int best = 0;
        for (int i = 0; i < classes; i++) {
            float output = outputs[start + i];
            if (Float.isNaN(output)) {
                return -1;
            }
            if (output > outputs[start + best]) {
                best = i;
            }
        }
        return best;
    }

    @Override
    public Map<String, Double> result() {
        return Map.of("accuracy", (double) right / rows);
    }

    @Override
    public void reset() {
        rows = 0;
        right = 0;
    }

    @Override
    public long[] state() {
        return new long[] {rows, right};
    }

    @Override
    public void restore(long... state) {
        Batches.requireState(state.length == 2, "the accuracy", state);
        rows = state[0];
        right = state[1];
    }

    @Override
    public void merge(long... state) {
        Batches.requireState(state.length == 2, "the accuracy", state);
        rows += state[0];
        right += state[1];
    }
}
