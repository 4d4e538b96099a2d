package io.regulus.rows;

import com.google.gson.JsonObject;
import io.regulus.json.CheckedJson;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Learns how rows are encoded, scales, fillings, categories and classes, from rows that need not be in memory at once nor in one
 * process: they are {@linkplain #add added} in pieces, and what was learned elsewhere is {@linkplain #merge merged}. All rows added at
 * once teach what {@link RowEncoder#learn} gives, bit for bit; in pieces, or merged in any order, the same categories and classes, and
 * numbers that are equal but for roundings.
 *
 * <p>No row is kept, but of each column what has to be: a few numbers, how frequent its categories are, or, for the medians of {@code
 * MissingNumber.MEDIAN}, every number, in 8 bytes; in {@link #toJson} in 8 bytes too, or, of numbers with few digits or many equals, much
 * less. Not for several threads at once.
 */
public final class RowLearner<R> {
    private static final int FORMAT = 1;
    private static final String RECORD = "record";
    private static final String ROWS = "rows";
    private static final String COLUMNS = "columns";

    private final RowSchema<R> schema;
    private final Target target;
    private final List<ColumnLearner<R, ?, FeatureEncoding<R>>> features;
    private final List<ColumnLearner<R, ?, LabelEncoding<R>>> labels;

    private long rows;

    /**
     * Has learned nothing yet.
     *
     * @param target what the network makes of the labels; amounts are of number labels
     */
    public RowLearner(RowSchema<R> schema, Target target) {
        this.schema = schema;
        this.target = target;
        this.features = schema.features().stream()
                .<ColumnLearner<R, ?, FeatureEncoding<R>>>map(column -> FeatureEncoding.learner(schema.name(), column))
                .toList();
        this.labels = schema.labels().stream()
                .<ColumnLearner<R, ?, LabelEncoding<R>>>map(
                        column -> LabelEncoding.learner(schema.name(), column, target))
                .toList();
    }

    private Stream<ColumnLearner<R, ?, ?>> columns() {
        return Stream.concat(features.stream(), labels.stream());
    }

    /** How many rows it has learned from, those of merged learners included. */
    public long rows() {
        return rows;
    }

    /**
     * Learns from rows; several thousand at a time are faster than a few.
     *
     * @param more any number of rows to train on
     * @throws IllegalArgumentException if a row has what the schema refuses, naming row, component and cure; rows are counted from the
     *     first that was ever added. None of {@code more} is learned from then
     */
    public void add(List<R> more) {
        List<R> given = RowBlock.checked(schema, more, rows);
        // one after the other, so that the first of the columns that refuse a row is told; only then is any of them
        // changed
        columns().map(column -> column.adding(given, rows)).toList().forEach(Runnable::run);
        rows += given.size();
    }

    /**
     * Learns what another one has learned from other rows; that one stays as it is.
     *
     * @throws IllegalArgumentException if it learns another record, or for another kind of network
     */
    public void merge(RowLearner<R> other) {
        if (!schema.equals(other.schema) || !target.equals(other.target)) {
            throw new IllegalArgumentException("what was learned of " + other.schema.name() + " for " + other.target
                    + " cannot be merged with what is learned of " + schema.name() + " for " + target
                    + ": give both the same schema and target");
        }
        Iterator<ColumnLearner<R, ?, ?>> others = other.columns().iterator();
        columns().forEach(column -> column.merge(others.next()));
        rows += other.rows;
    }

    /**
     * An encoder with what was learned so far; what is learned later does not change it.
     *
     * @throws IllegalArgumentException if there were no rows, or nothing can be learned of a component, or there are more or less
     *     categories or classes than the network has places for, naming the component and the cure
     */
    public RowEncoder<R> encoder() {
        RowBlock.requireRows(schema, rows);
        return new RowEncoder<>(
                schema,
                features.stream().map(column -> column.encoding(rows)).toList(),
                labels.stream().map(column -> column.encoding(rows)).toList());
    }

    /**
     * What was learned, as JSON: for another process to {@link #merge}. Numbers come through bit for bit.
     *
     * @throws IllegalArgumentException if numbers are too large to be scaled, naming the component
     */
    public String toJson() {
        JsonObject learned = new JsonObject();
        columns().forEach(column -> learned.add(column.name(), column.toJson()));
        JsonObject json = CheckedJson.object(FORMAT);
        json.addProperty(RECORD, schema.name());
        json.addProperty(ROWS, rows);
        json.add(COLUMNS, learned);
        return json.toString();
    }

    /**
     * A learner as it was written.
     *
     * @param json by {@link #toJson}
     * @throws IllegalArgumentException if that is damaged, or was learned of a record with other components
     */
    public static <R> RowLearner<R> fromJson(RowSchema<R> schema, Target target, String json) {
        RowLearner<R> learner = new RowLearner<>(schema, target);
        CheckedJson saved = CheckedJson.parse("what was learned of rows", FORMAT, json);
        CheckedJson learned = saved.object(COLUMNS);
        List<String> names = learner.columns().map(ColumnLearner::name).toList();
        if (!learned.keys().equals(names)) {
            throw new IllegalArgumentException("what was learned of " + saved.text(RECORD) + " is of the components "
                    + learned.keys() + ", and " + schema.name() + " has " + names
                    + ": let all processes have the same classes");
        }
        learner.columns().forEach(column -> column.merge(learned.object(column.name())));
        learner.rows = saved.count(ROWS);
        return learner;
    }
}
