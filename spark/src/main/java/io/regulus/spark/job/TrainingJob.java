package io.regulus.spark.job;

import io.regulus.spark.data.RowLayout;
import java.io.Serializable;
import java.util.Map;

/**
 * A model and how it is to be trained on a cluster.
 *
 * @param modelClass name of the generated class, {@code XModel} of an annotated class {@code X}
 * @param numbers hyperparameters by name; those not named are as annotated
 * @param fit passes, batches and seeds
 * @param layout which bytes a row is
 * @param attachments texts to keep with the model, by name
 * @param cluster processes, limits and checkpoints
 */
public record TrainingJob(
        String modelClass,
        Map<String, Double> numbers,
        FitSpec fit,
        RowLayout layout,
        Map<String, String> attachments,
        ClusterSpec cluster)
        implements Serializable {
    private static final long serialVersionUID = 1;
}
