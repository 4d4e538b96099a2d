package io.regulus.rows;

import com.google.gson.JsonObject;
import io.regulus.data.Dataset;
import io.regulus.data.DatasetBuilder;
import io.regulus.json.CheckedJson;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;

/**
 * Turns rows into what a network reads and learns, and what it predicts into labels: a schema with what was learned of the training
 * rows. Immutable.
 */
public final class RowEncoder<R> {
    private static final int FORMAT = 1;
    private static final String RECORD = "record";
    private static final String COLUMNS = "columns";

    private final RowSchema<R> schema;
    private final List<FeatureEncoding<R>> features;
    private final List<LabelEncoding<R>> labels;

    private RowEncoder(RowSchema<R> schema, List<FeatureEncoding<R>> features, List<LabelEncoding<R>> labels) {
        this.schema = schema;
        this.features = features;
        this.labels = labels;
    }

    /**
     * Learns scales, fillings, categories and classes.
     *
     * @param target what the network makes of the labels; amounts are of number labels
     * @param given the rows to train on, at least one
     * @throws IllegalArgumentException if a row has what the schema refuses, naming row, component and cure; or if there is none
     */
    public static <R> RowEncoder<R> learn(RowSchema<R> schema, Target target, List<R> given) {
        List<R> rows = indexed(schema, given);
        return new RowEncoder<>(
                schema,
                schema.features().stream()
                        .map(column -> FeatureEncoding.learn(schema.name(), column, rows))
                        .toList(),
                schema.labels().stream()
                        .map(column -> LabelEncoding.learn(schema.name(), column, target, rows))
                        .toList());
    }

    /** The rows in a list that gives each at once, after they were checked. */
    private static <R> List<R> indexed(RowSchema<R> schema, List<R> given) {
        List<R> rows = given instanceof RandomAccess ? given : new ArrayList<>(given);
        requireRows(schema, rows);
        return rows;
    }

    private static <R> void requireRows(RowSchema<R> schema, List<R> rows) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("there are no rows of " + schema.name() + ": give at least one");
        }
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row) == null) {
                throw new IllegalArgumentException("row " + row + " of " + schema.name() + " is null: leave it out");
            }
        }
    }

    /**
     * Rows as a network trains on them: with labels, and weights where the record has one.
     *
     * @param given at least one
     * @throws IllegalArgumentException naming row, component and cure, if a row has what the schema refuses
     */
    public Dataset encode(List<R> given) {
        List<R> rows = indexed(schema, given);
        Dataset data = labelled(read(rows), rows);
        return schema.weight()
                .map(column -> data.withRowWeights(weights(column, rows)))
                .orElse(data);
    }

    private Dataset labelled(Dataset data, List<R> rows) {
        if (labels.size() == 1 && labels.get(0) instanceof ClassEncoding<R> classes) {
            int[] found = new int[rows.size()];
            for (int row = 0; row < found.length; row++) {
                found[row] = classes.label(rows.get(row), row);
            }
            return data.withLabels(found).withClassNames(classes.classes().names());
        }
        if (labels.isEmpty()) {
            return data;
        }
        float[] values = new float[rows.size() * labels.size()];
        int at = 0;
        for (int row = 0; row < rows.size(); row++) {
            for (LabelEncoding<R> label : labels) {
                values[at++] = ((ValueEncoding<R>) label).value(rows.get(row), row);
            }
        }
        return data.withValues(values, labels.size());
    }

    private float[] weights(WeightColumn<R> column, List<R> rows) {
        float[] weights = new float[rows.size()];
        for (int row = 0; row < weights.length; row++) {
            double weight = column.value().applyAsDouble(rows.get(row));
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw RowProblem.of(
                        schema.name(),
                        row,
                        column.name(),
                        "is " + weight,
                        "What a row counts in the loss is a finite number, 0 or more");
            }
            weights[row] = (float) weight;
        }
        return weights;
    }

    /**
     * Rows as a network predicts on them: labels and weights are not looked at.
     *
     * @param rows at least one
     * @throws IllegalArgumentException naming row, component and cure, if a row has what the schema refuses
     */
    public Dataset features(List<R> rows) {
        return read(indexed(schema, rows));
    }

    private Dataset read(List<R> rows) {
        float[] numbers = numbers(rows);
        List<IdEncoding<R>> embedded = features.stream()
                .filter(IdEncoding.class::isInstance)
                .map(encoding -> (IdEncoding<R>) encoding)
                .toList();
        if (embedded.isEmpty()) {
            return Dataset.ofFlat(numbers, schema.width());
        }
        DatasetBuilder data = Dataset.builder();
        if (schema.width() > 0) {
            data.input(
                    RowSchema.NUMBERS, Dataset.ofFlat(numbers, schema.width()).features());
        }
        embedded.forEach(column -> data.input(column.column().name(), ids(column, rows)));
        return data.build();
    }

    private float[] numbers(List<R> rows) {
        int width = schema.width();
        float[] numbers = new float[Math.multiplyExact(rows.size(), width)];
        for (int row = 0; row < rows.size(); row++) {
            int at = row * width;
            for (FeatureEncoding<R> feature : features) {
                feature.write(rows.get(row), row, numbers, at);
                at += feature.column().width();
            }
        }
        return numbers;
    }

    private int[][] ids(IdEncoding<R> column, List<R> rows) {
        int[][] ids = new int[rows.size()][1];
        for (int row = 0; row < ids.length; row++) {
            ids[row][0] = column.id(rows.get(row), row);
        }
        return ids;
    }

    /** Predictions of numbers in the units of their labels, in place of deviations where that is what is learned. */
    public float[][] values(float[][] predictions) {
        float[][] values = new float[predictions.length][labels.size()];
        for (int row = 0; row < values.length; row++) {
            for (int i = 0; i < labels.size(); i++) {
                values[row][i] = ((ValueEncoding<R>) labels.get(i)).undo(predictions[row][i]);
            }
        }
        return values;
    }

    /** The names of the classes, in the order of their labels. */
    public List<String> classNames() {
        return ((ClassEncoding<R>) labels.get(0)).classes().names();
    }

    /** What was learned, as JSON. */
    public String toJson() {
        JsonObject columns = new JsonObject();
        features.forEach(feature -> columns.add(feature.column().name(), feature.toJson()));
        labels.forEach(label -> columns.add(label.column().name(), label.toJson()));
        JsonObject json = CheckedJson.object(FORMAT);
        json.addProperty(RECORD, schema.name());
        json.add(COLUMNS, columns);
        return json.toString();
    }

    /**
     * An encoder as it was written.
     *
     * @param json by {@link #toJson}
     * @throws IllegalArgumentException if that is damaged, or was learned of a record with other components
     */
    public static <R> RowEncoder<R> fromJson(RowSchema<R> schema, Target target, String json) {
        CheckedJson learned = columns(schema, CheckedJson.parse("the saved encoding of rows", FORMAT, json));
        return new RowEncoder<>(
                schema,
                schema.features().stream()
                        .map(column -> FeatureEncoding.of(schema.name(), column, learned.object(column.name())))
                        .toList(),
                schema.labels().stream()
                        .map(column -> LabelEncoding.of(schema.name(), column, target, learned.object(column.name())))
                        .toList());
    }

    private static CheckedJson columns(RowSchema<?> schema, CheckedJson json) {
        CheckedJson columns = json.object(COLUMNS);
        List<String> expected = new ArrayList<>();
        schema.features().forEach(column -> expected.add(column.name()));
        schema.labels().forEach(column -> expected.add(column.name()));
        List<String> found = columns.keys();
        if (!found.equals(expected)) {
            throw new IllegalArgumentException(
                    schema.name() + " has changed since the model was saved: its components were " + found + " and are "
                            + expected + ". Load the model with the record as it was, or train anew.");
        }
        return columns;
    }
}
