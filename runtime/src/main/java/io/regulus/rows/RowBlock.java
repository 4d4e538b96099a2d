package io.regulus.rows;

import io.regulus.data.Dataset;
import io.regulus.data.DatasetBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Rows on their way into a dataset.
 *
 * @param first the number of the first row, for messages
 */
record RowBlock<R>(
        RowSchema<R> schema,
        List<FeatureEncoding<R>> encodings,
        List<LabelEncoding<R>> labels,
        List<R> rows,
        long first) {

    /**
     * The rows in a list that gives each at once, after they were checked.
     *
     * @throws IllegalArgumentException if one is null
     */
    static <R> List<R> checked(RowSchema<R> schema, List<R> given, long first) {
        Objects.requireNonNull(given, "the list of rows is null; give one");
        List<R> rows = given instanceof RandomAccess ? given : new ArrayList<>(given);
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row) == null) {
                throw new IllegalArgumentException(
                        "row " + (first + row) + " of " + schema.name() + " is null: leave it out");
            }
        }
        return rows;
    }

    /**
     * Refuses to go on without rows.
     *
     * @throws IllegalArgumentException if there is none
     */
    static void requireRows(RowSchema<?> schema, long rows) {
        if (rows == 0) {
            throw new IllegalArgumentException("there are no rows of " + schema.name() + ": give at least one");
        }
    }

    /** What the network reads, with what it learns and, where the record says so, what each row counts. */
    Dataset withTargets() {
        Dataset data = labelled(features());
        return schema.weight()
                .map(column -> data.withRowWeights(weights(column)))
                .orElse(data);
    }

    private Dataset labelled(Dataset data) {
        if (labels.size() == 1 && labels.get(0) instanceof ClassEncoding<R> classes) {
            int[] found = new int[rows.size()];
            for (int row = 0; row < found.length; row++) {
                found[row] = classes.label(rows.get(row), first + row);
            }
            return data.withLabels(found).withClassNames(classes.classes().names());
        }
        if (labels.isEmpty()) {
            return data;
        }
        float[] values = new float[length(labels.size())];
        int at = 0;
        for (int row = 0; row < rows.size(); row++) {
            for (LabelEncoding<R> label : labels) {
                values[at++] = ((ValueEncoding<R>) label).value(rows.get(row), first + row);
            }
        }
        return data.withValues(values, labels.size());
    }

    private float[] weights(WeightColumn<R> column) {
        float[] weights = new float[rows.size()];
        for (int row = 0; row < weights.length; row++) {
            double weight = column.value().applyAsDouble(rows.get(row));
            long number = first + row;
            column.flaw(weight).ifPresent(flaw -> {
                throw RowProblem.of(schema.name(), number, flaw);
            });
            weights[row] = (float) weight;
        }
        return weights;
    }

    /** What the network reads. */
    Dataset features() {
        float[] numbers = numbers();
        List<IdEncoding<R>> embedded = encodings.stream()
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
        embedded.forEach(column -> data.input(
                column.column().name(), Dataset.ofFlatInts(ids(column), 1).features()));
        return data.build();
    }

    private float[] numbers() {
        int width = schema.width();
        float[] numbers = new float[length(width)];
        for (int row = 0; row < rows.size(); row++) {
            int at = row * width;
            for (FeatureEncoding<R> feature : encodings) {
                feature.write(rows.get(row), first + row, numbers, at);
                at += feature.column().width();
            }
        }
        return numbers;
    }

    private int[] ids(IdEncoding<R> column) {
        int[] ids = new int[rows.size()];
        for (int row = 0; row < ids.length; row++) {
            ids[row] = column.id(rows.get(row), first + row);
        }
        return ids;
    }

    private int length(int width) {
        long length = (long) rows.size() * width;
        if (length > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    rows.size() + " rows of " + schema.name() + " with " + width
                            + " values each are more than one dataset holds, 2^31 - 1 values: train on a stream of them, stream(rows)");
        }
        return (int) length;
    }
}
