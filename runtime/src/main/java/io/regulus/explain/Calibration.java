package io.regulus.explain;

import io.regulus.data.Dataset;
import io.regulus.data.Labels;
import io.regulus.metrics.Reliability;
import io.regulus.metrics.Temperature;
import io.regulus.model.Model;
import java.util.List;

/**
 * Whether the probabilities that a classifier predicts are what they say, and the temperature that makes them so. It is about a model
 * with one output.
 *
 * <pre>{@code
 * System.out.println(Calibration.of(model, test));
 * Temperature temperature = Calibration.temperature(model, validation);
 * float[][] honest = temperature.apply(model.predictions(test));
 * }</pre>
 */
public final class Calibration {
    private Calibration() {}

    /**
     * The reliability of a model on rows that it has not been trained on, in 15 bins.
     *
     * @throws IllegalArgumentException if the model has several outputs, the data has no labels or does not fit the network
     */
    public static Reliability of(Model model, Dataset data) {
        return of(model, data, Reliability.BINS);
    }

    /**
     * The same, in another number of bins.
     *
     * @param bins at least 1
     */
    public static Reliability of(Model model, Dataset data, int bins) {
        return Reliability.of(probabilities(model, data), labels(data), bins);
    }

    /**
     * The temperature of the least negative log-likelihood.
     *
     * @param validation rows that the model has not been trained on, and that it is not judged by afterwards
     * @throws IllegalArgumentException as by {@link #of(Model, Dataset)}, or if no temperature is best, as where every row is right
     */
    public static Temperature temperature(Model model, Dataset validation) {
        return Temperature.fit(probabilities(model, validation), labels(validation));
    }

    private static int[] labels(Dataset data) {
        if (data.targets() instanceof Labels labels) {
            return labels.toArray();
        }
        throw new IllegalArgumentException(
                "the data has no labels, but " + data.targets().getClass().getSimpleName()
                        + "; calibration is of classifiers: give rows with labels, as Dataset.of(rows, labels)");
    }

    private static float[][] probabilities(Model model, Dataset data) {
        labels(data);
        List<float[][]> outputs = model.outputs(data);
        if (outputs.size() > 1) {
            throw new IllegalArgumentException("the model has " + outputs.size()
                    + " outputs; give the probabilities of one and its labels to Reliability.of or Temperature.fit");
        }
        return outputs.get(0);
    }
}
