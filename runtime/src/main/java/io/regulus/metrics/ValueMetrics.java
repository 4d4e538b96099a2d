package io.regulus.metrics;

/** Metrics of outputs against real targets. */
public sealed interface ValueMetrics extends MetricAccumulator permits RegressionMetrics {
    /**
     * Adds rows.
     *
     * @param outputs row after row, as many per row as the metric was made for; may be longer
     * @param targets laid out as {@code outputs}; may be longer
     * @param rows how many to read
     * @throws IllegalArgumentException if an array is too short for that many rows
     */
    void add(float[] outputs, float[] targets, int rows);
}
