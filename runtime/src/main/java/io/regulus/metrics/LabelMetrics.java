package io.regulus.metrics;

/** Metrics of outputs against class labels. */
public sealed interface LabelMetrics extends MetricAccumulator permits Accuracy, BinaryMetrics {
    /**
     * Adds rows.
     *
     * @param outputs row after row, as many per row as the metric was made for; may be longer
     * @param labels one per row; may be longer
     * @param rows how many to read
     * @throws IllegalArgumentException if an array is too short for that many rows
     */
    void add(float[] outputs, int[] labels, int rows);
}
