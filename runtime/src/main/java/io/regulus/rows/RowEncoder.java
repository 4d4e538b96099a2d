package io.regulus.rows;

import com.google.gson.JsonObject;
import io.regulus.data.Dataset;
import io.regulus.json.CheckedJson;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Turns rows into what a network reads and learns, and what it predicts into labels: a schema with what was learned of the training
 * rows. Immutable.
 */
public final class RowEncoder<R> {
    private static final int FORMAT = 1;
    private static final int BLOCK_ROWS = 1_024;
    private static final String RECORD = "record";
    private static final String COLUMNS = "columns";

    private final RowSchema<R> schema;
    private final List<FeatureEncoding<R>> features;
    private final List<LabelEncoding<R>> labels;

    RowEncoder(RowSchema<R> schema, List<FeatureEncoding<R>> features, List<LabelEncoding<R>> labels) {
        this.schema = schema;
        this.features = features;
        this.labels = labels;
    }

    /**
     * Learns scales, fillings, categories and classes; a {@link RowLearner} does so from rows that are not in memory at once.
     *
     * @param target what the network makes of the labels; amounts are of number labels
     * @param given the rows to train on, at least one
     * @throws IllegalArgumentException if a row has what the schema refuses, naming row, component and cure; or if there is none
     */
    public static <R> RowEncoder<R> learn(RowSchema<R> schema, Target target, List<R> given) {
        RowLearner<R> learner = new RowLearner<>(schema, target);
        learner.add(given);
        return learner.encoder();
    }

    /**
     * Rows as a network trains on them: with labels, and weights where the record has one.
     *
     * @param rows at least one
     * @throws IllegalArgumentException naming row, component and cure, if a row has what the schema refuses
     */
    public Dataset encode(List<R> rows) {
        return block(rows, 0).withTargets();
    }

    /**
     * Rows as a network trains on them, of however many: the datasets are of at most 1,024 rows each, made one after the other as they
     * are asked for. Closing the stream closes that of the rows.
     *
     * @throws IllegalArgumentException from the returned stream, as {@link #encode(List)}; rows are counted from the first one
     */
    public Stream<Dataset> encode(Stream<R> rows) {
        Iterator<Dataset> blocks = new Iterator<>() {
            private final Iterator<R> next = rows.iterator();
            private long first;

            @Override
            public boolean hasNext() {
                return next.hasNext();
            }

            @Override
            public Dataset next() {
                List<R> some = new ArrayList<>();
                while (some.size() < BLOCK_ROWS && next.hasNext()) {
                    some.add(next.next());
                }
                Dataset block = block(some, first).withTargets();
                first += some.size();
                return block;
            }
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(blocks, Spliterator.ORDERED), false)
                .onClose(rows::close);
    }

    /**
     * Rows as a network predicts on them: labels and weights are not looked at.
     *
     * @param rows at least one
     * @throws IllegalArgumentException naming row, component and cure, if a row has what the schema refuses
     */
    public Dataset features(List<R> rows) {
        return block(rows, 0).features();
    }

    private RowBlock<R> block(List<R> rows, long first) {
        List<R> checked = RowBlock.checked(schema, rows, first);
        RowBlock.requireRows(schema, checked.size());
        return new RowBlock<>(schema, features, labels, checked, first);
    }

    /** Predictions of numbers in the units of their labels, in place of deviations where that is what is learned. */
    public float[][] values(float[][] predictions) {
        return each(predictions, ValueEncoding::undo);
    }

    /** Standard deviations of predicted numbers in the units of their labels. */
    public float[][] deviations(float[][] predictions) {
        return each(predictions, ValueEncoding::undoDeviation);
    }

    /** What is made of a predicted number, by the encoding of its label. */
    private interface Undoing<R> {
        float undone(ValueEncoding<R> encoding, float prediction);
    }

    private float[][] each(float[][] predictions, Undoing<R> undoing) {
        float[][] values = new float[predictions.length][labels.size()];
        for (int row = 0; row < values.length; row++) {
            for (int i = 0; i < labels.size(); i++) {
                values[row][i] = undoing.undone((ValueEncoding<R>) labels.get(i), predictions[row][i]);
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
     * The columns of which other things were learned, scales, fillings or categories, or that stand at other places.
     *
     * @param one by {@link #toJson}
     * @param other by {@link #toJson}
     * @throws IllegalArgumentException if one of them is damaged
     */
    public static List<String> differences(String one, String other) {
        CheckedJson columns = columns(one);
        CheckedJson others = columns(other);
        Set<String> differences = new LinkedHashSet<>(columns.differences(others));
        // the values of a row stand in the order of its columns
        List<String> order = columns.keys();
        List<String> otherOrder = others.keys();
        for (int i = 0; i < Math.min(order.size(), otherOrder.size()); i++) {
            if (!order.get(i).equals(otherOrder.get(i))) {
                differences.add(order.get(i));
            }
        }
        return List.copyOf(differences);
    }

    /**
     * An encoder as it was written.
     *
     * @param json by {@link #toJson}
     * @throws IllegalArgumentException if that is damaged, or was learned of a record with other components
     */
    public static <R> RowEncoder<R> fromJson(RowSchema<R> schema, Target target, String json) {
        CheckedJson learned = columns(schema, json);
        return new RowEncoder<>(
                schema,
                schema.features().stream()
                        .map(column -> FeatureEncoding.of(schema.name(), column, learned.object(column.name())))
                        .toList(),
                schema.labels().stream()
                        .map(column -> LabelEncoding.of(schema.name(), column, target, learned.object(column.name())))
                        .toList());
    }

    private static CheckedJson columns(String json) {
        return CheckedJson.parse("the saved encoding of rows", FORMAT, json).object(COLUMNS);
    }

    private static CheckedJson columns(RowSchema<?> schema, String json) {
        CheckedJson columns = columns(json);
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
