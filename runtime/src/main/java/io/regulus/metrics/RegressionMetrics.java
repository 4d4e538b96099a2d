package io.regulus.metrics;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Metrics of real outputs, over all values of all rows:
 *
 * <ul>
 *   <li>{@code mae}: mean absolute error;
 *   <li>{@code rmse}: root of the mean squared error;
 *   <li>{@code r2}: 1 - SSres / SStot, where SSres sums the squared errors and SStot the squared distances of the
 *       targets from the mean of their output. 1 is perfect, 0 is as good as the mean. NaN where all targets of every
 *       output are equal.
 * </ul>
 */
public final class RegressionMetrics implements ValueMetrics {
    private final int width;
    private final double[] means;
    private long rows;
    private double absolute;
    private double squared;
    private double variation;

    /**
     * For a number of outputs.
     *
     * @param width values per row, at least 1
     * @throws IllegalArgumentException if less than 1
     */
    public RegressionMetrics(int width) {
        if (width < 1) {
            throw new IllegalArgumentException("width = " + width + ": must be at least 1");
        }
        this.width = width;
        this.means = new double[width];
    }

    @Override
    public void add(float[] outputs, float[] targets, int count) {
        Batches.requireRoom("outputs", outputs.length, count, width);
        Batches.requireRoom("targets", targets.length, count, width);
        for (int row = 0; row < count; row++) {
            rows++;
            for (int column = 0; column < width; column++) {
                int at = row * width + column;
                double error = (double) outputs[at] - targets[at];
                absolute += Math.abs(error);
                squared += error * error;
                // Welford's update: the difference of two sums of squares would lose all digits of targets far from 0.
                double fromOldMean = targets[at] - means[column];
                means[column] += fromOldMean / rows;
                variation += fromOldMean * (targets[at] - means[column]);
            }
        }
    }

    @Override
    public Map<String, Double> result() {
        double values = (double) rows * width;
        Map<String, Double> result = new LinkedHashMap<>();
        result.put("mae", absolute / values);
        result.put("rmse", Math.sqrt(squared / values));
        result.put("r2", variation > 0 ? 1 - squared / variation : Double.NaN);
        return Collections.unmodifiableMap(result);
    }

    @Override
    public void reset() {
        rows = 0;
        absolute = 0;
        squared = 0;
        variation = 0;
        Arrays.fill(means, 0);
    }

    @Override
    public long[] state() {
        long[] state = new long[4 + width];
        state[0] = rows;
        state[1] = Double.doubleToRawLongBits(absolute);
        state[2] = Double.doubleToRawLongBits(squared);
        state[3] = Double.doubleToRawLongBits(variation);
        for (int column = 0; column < width; column++) {
            state[4 + column] = Double.doubleToRawLongBits(means[column]);
        }
        return state;
    }

    @Override
    public void restore(long... state) {
        Batches.requireState(state.length == 4 + width, "the errors", state);
        rows = state[0];
        absolute = Double.longBitsToDouble(state[1]);
        squared = Double.longBitsToDouble(state[2]);
        variation = Double.longBitsToDouble(state[3]);
        for (int column = 0; column < width; column++) {
            means[column] = Double.longBitsToDouble(state[4 + column]);
        }
    }

    @Override
    public void merge(long... state) {
        Batches.requireState(state.length == 4 + width, "the errors", state);
        long others = state[0];
        if (others == 0) {
            return;
        }
        absolute += Double.longBitsToDouble(state[1]);
        squared += Double.longBitsToDouble(state[2]);
        variation += Double.longBitsToDouble(state[3]);
        double share = (double) others / (rows + others);
        for (int column = 0; column < width; column++) {
            // the formula of Chan, Golub and LeVeque for what two means are apart
            double apart = Double.longBitsToDouble(state[4 + column]) - means[column];
            means[column] += apart * share;
            variation += apart * apart * share * rows;
        }
        rows += others;
    }
}
