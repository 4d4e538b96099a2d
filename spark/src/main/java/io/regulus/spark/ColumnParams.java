package io.regulus.spark;

import java.util.List;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.param.Params;

/**
 * The columns that a network reads, and those for what it says.
 *
 * @param <S> what has these parameters
 */
public interface ColumnParams<S> extends Params {
    /** Name of the generated class of models; it was given to the constructor and stays. */
    default Param<String> modelClass() {
        return new Param<>(
                this,
                "modelClass",
                "name of the generated class of models",
                ParamValidators.inArray(List.of(getModelClass())));
    }

    /** {@link #modelClass}. */
    String getModelClass();

    /** The column that the network reads, where it has one input: a vector of Spark ML, an array of numbers, binary (unsigned bytes) or, for an input of one value, a number. {@code "features"} by default. */
    default Param<String> featuresCol() {
        return new Param<>(this, "featuresCol", "the column of the input of a network that has one");
    }

    /** The column for predictions: the number of the class, or the value; a vector where there are several. Of several outputs each has its own, {@code prediction_name}. {@code "prediction"} by default, empty for none. */
    default Param<String> predictionCol() {
        return new Param<>(
                this,
                "predictionCol",
                "the column for predictions: the number of the class, or the value; empty for none");
    }

    /** The column for the probabilities of classes, a vector with one for each. Of several outputs each classifier has its own, {@code probability_name}. {@code "probability"} by default, empty for none. */
    default Param<String> probabilityCol() {
        return new Param<>(this, "probabilityCol", "the column for the probabilities of classes; empty for none");
    }

    /** The column for the names of predicted classes. Empty, for none, by default, but {@code "predictedLabel"} of a network that learns named classes from records. */
    default Param<String> predictedLabelCol() {
        return new Param<>(this, "predictedLabelCol", "the column for the names of predicted classes; empty for none");
    }

    /** {@link #featuresCol}. */
    default String getFeaturesCol() {
        return getOrDefault(featuresCol());
    }

    /** {@link #featuresCol}. */
    default S setFeaturesCol(String value) {
        return Fluent.set(this, featuresCol(), value);
    }

    /** {@link #predictionCol}. */
    default String getPredictionCol() {
        return getOrDefault(predictionCol());
    }

    /** {@link #predictionCol}. */
    default S setPredictionCol(String value) {
        return Fluent.set(this, predictionCol(), value);
    }

    /** {@link #probabilityCol}. */
    default String getProbabilityCol() {
        return getOrDefault(probabilityCol());
    }

    /** {@link #probabilityCol}. */
    default S setProbabilityCol(String value) {
        return Fluent.set(this, probabilityCol(), value);
    }

    /** {@link #predictedLabelCol}. */
    default String getPredictedLabelCol() {
        return getOrDefault(predictedLabelCol());
    }

    /** {@link #predictedLabelCol}. */
    default S setPredictedLabelCol(String value) {
        return Fluent.set(this, predictedLabelCol(), value);
    }

    /**
     * The column of one of several inputs; by default it has the name of the input.
     *
     * @throws IllegalArgumentException naming the inputs, if the network has no such one, or has only one
     */
    default Param<String> inputCol(String input) {
        return ModelClass.of(getModelClass()).inputCol(this, input);
    }

    /** {@link #inputCol}. */
    default String getInputCol(String input) {
        return getOrDefault(inputCol(input));
    }

    /** {@link #inputCol}. */
    default S setInputCol(String input, String value) {
        return Fluent.set(this, inputCol(input), value);
    }
}
