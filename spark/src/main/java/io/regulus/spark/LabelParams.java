package io.regulus.spark;

import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/**
 * The columns that only training reads.
 *
 * @param <S> what has these parameters
 */
public interface LabelParams<S> extends Params {
    /** Name of the generated class of models. */
    String getModelClass();

    /** The column of the labels, where the network has one output: the number of a class from 0, or the value; of several values a vector or an array. {@code "label"} by default. */
    default Param<String> labelCol() {
        return new Param<>(this, "labelCol", "the column of the labels of a network that has one output");
    }

    /** The column of what each row counts in the loss, a number of at least 0; empty, the default, where each counts 1. */
    default Param<String> weightCol() {
        return new Param<>(
                this, "weightCol", "the column of what each row counts in the loss; empty where each counts 1");
    }

    /** The column of truth values that says which rows are not trained on, but validated on after every epoch; empty, the default, where none are. Null is false. */
    default Param<String> validationIndicatorCol() {
        return new Param<>(
                this,
                "validationIndicatorCol",
                "the column that says which rows are validated on instead of trained on; empty where none are");
    }

    /** {@link #labelCol}. */
    default String getLabelCol() {
        return getOrDefault(labelCol());
    }

    /** {@link #labelCol}. */
    default S setLabelCol(String value) {
        return Fluent.set(this, labelCol(), value);
    }

    /** {@link #weightCol}. */
    default String getWeightCol() {
        return getOrDefault(weightCol());
    }

    /** {@link #weightCol}. */
    default S setWeightCol(String value) {
        return Fluent.set(this, weightCol(), value);
    }

    /** {@link #validationIndicatorCol}. */
    default String getValidationIndicatorCol() {
        return getOrDefault(validationIndicatorCol());
    }

    /** {@link #validationIndicatorCol}. */
    default S setValidationIndicatorCol(String value) {
        return Fluent.set(this, validationIndicatorCol(), value);
    }

    /**
     * The column of what one of several outputs is to learn; by default it has the name of the output.
     *
     * @throws IllegalArgumentException naming the outputs, if the network has no such one, or has only one
     */
    default Param<String> labelCol(String output) {
        return ModelClass.of(getModelClass()).labelCol(this, output);
    }

    /** {@link #labelCol(String)}. */
    default String getLabelCol(String output) {
        return getOrDefault(labelCol(output));
    }

    /** {@link #labelCol(String)}. */
    default S setLabelCol(String output, String value) {
        return Fluent.set(this, labelCol(output), value);
    }
}
