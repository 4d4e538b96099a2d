package io.regulus.train;

import io.regulus.data.Dataset;
import java.util.List;

/**
 * What another network learns from: {@code model::outputs} of a model or of an ensemble of any class that takes the same rows and gives as many
 * numbers.
 */
@FunctionalInterface
public interface Teacher {
    /** For each output a row per row of the data: probabilities of classes, values of a regressor. */
    List<float[][]> outputs(Dataset data);
}
