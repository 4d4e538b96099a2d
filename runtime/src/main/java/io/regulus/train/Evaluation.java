package io.regulus.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How well a model does on a data set, without dropout and with the moving statistics of its norms.
 *
 * @param loss data loss, the mean over rows, without any penalty; of several outputs the weighted sum
 * @param penalty the sum of the regularisation penalties: of the weights as they are, and of what layers gave, the mean over the rows
 * @param metrics the task's metrics by name: {@code accuracy} for classifiers, {@code accuracy} and {@code auc} for binary
 *     ones, {@code mae}, {@code rmse} and {@code r2} for regression; of several outputs each has its own, and its loss before it
 *     is weighted, as {@code digit_accuracy} and {@code digit_loss}
 * @param rows number of rows
 */
public record Evaluation(double loss, double penalty, Map<String, Double> metrics, long rows) {
    public Evaluation {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /** Data loss plus penalty: what training minimises. */
    public double total() {
        return loss + penalty;
    }

    /**
     * One metric.
     *
     * @param name such as {@code "accuracy"}
     * @throws IllegalArgumentException naming the metrics there are, if there is none of that name
     */
    public double metric(String name) {
        Double value = metrics.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no metric '" + name + "'; this model reports " + metrics.keySet());
        }
        return value;
    }
}
