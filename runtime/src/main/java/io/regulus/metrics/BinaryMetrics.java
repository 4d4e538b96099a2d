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
 *   <li>{@code auc}: area under the ROC curve: the chance that a row of class 1 has a larger logit than one of class 0, equal
 *       logits counting half. NaN where a class has no rows or a logit is NaN.
 * </ul>
 *
 * <p>The area is exact up to 2<sup>20</sup> different logits, those of each class counted by themselves. Where there are more, all logits are
 * rounded to as many bits as leave that many: an area then is off by no more than half the share of the pairs that the rounding made
 * equal. That takes 8 bytes a logit and 16 MiB at most, whatever the number of rows.
 */
public final class BinaryMetrics implements LabelMetrics {
    private static final int TOLD_APART = 1 << 20;

    private final ScoreCounts scores = new ScoreCounts(TOLD_APART);
    private long rows;
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
            int label = labels[row];
            if (label != 0 && label != 1) {
                throw new IllegalArgumentException(
                        "label " + label + " in row " + row + ": labels of a binary classifier are 0 and 1");
            }
            if (Float.isNaN(logit)) {
                nan = true;
            } else {
                scores.add(logit, label);
                right += logit > 0 == (label == 1) ? 1 : 0;
            }
            rows++;
        }
    }

    @Override
    public Map<String, Double> result() {
        Map<String, Double> result = new LinkedHashMap<>();
        result.put("accuracy", (double) right / rows);
        result.put("auc", nan ? Double.NaN : scores.area());
        return Collections.unmodifiableMap(result);
    }

    @Override
    public void reset() {
        scores.reset();
        rows = 0;
        right = 0;
        nan = false;
    }

    @Override
    public long[] state() {
        long[] counted = scores.state();
        long[] state = new long[3 + counted.length];
        state[0] = rows;
        state[1] = right;
        state[2] = nan ? 1 : 0;
        System.arraycopy(counted, 0, state, 3, counted.length);
        return state;
    }

    @Override
    public void restore(long... state) {
        Batches.requireState(state.length > 3, "accuracy and area", state);
        rows = state[0];
        right = state[1];
        nan = state[2] != 0;
        scores.restore(Arrays.copyOfRange(state, 3, state.length));
    }

    @Override
    public void merge(long... state) {
        Batches.requireState(state.length > 3, "accuracy and area", state);
        rows += state[0];
        right += state[1];
        nan |= state[2] != 0;
        scores.merge(Arrays.copyOfRange(state, 3, state.length));
    }
}
