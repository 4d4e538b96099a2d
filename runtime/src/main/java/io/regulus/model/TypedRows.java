package io.regulus.model;

import io.regulus.data.DataStream;
import io.regulus.data.Dataset;
import io.regulus.rows.RowEncoder;
import io.regulus.rows.RowSchema;
import io.regulus.rows.Target;
import io.regulus.train.Evaluation;
import io.regulus.train.Fit;
import io.regulus.train.History;
import io.regulus.train.MonteCarlo;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A model seen through the records that are its rows: for generated code. What an encoding has learned is attached to the model, so
 * that it is saved, loaded and restored with it.
 */
public final class TypedRows<R> {
    /** The name under which the encoding is attached. */
    public static final String ATTACHMENT = "rows";

    private final Model model;
    private final RowSchema<R> schema;
    private final Target target;

    /** The encoder that was made last, and what of. */
    private volatile Known<R> known;

    private record Known<R>(String json, RowEncoder<R> encoder) {}

    TypedRows(Model model, RowSchema<R> schema, Target target) {
        this.model = model;
        this.schema = schema;
        this.target = target;
    }

    /** Trains as {@link Model#fit}; learns the encoding first, from the rows that are trained on, where nothing was learned before. */
    public History fit(List<R> rows, Fit fit) {
        List<R> taught = fit.validationSplit() == 0
                ? rows
                : rows.subList(0, Dataset.firstPart(rows.size(), 1 - fit.validationSplit()));
        return fit(taught, encoder -> model.fit(encoder.encode(rows), fit));
    }

    /** Trains as {@link Model#fit}, and validates on other rows after every epoch. */
    public History fit(List<R> rows, List<R> validation, Fit fit) {
        return fit(rows, encoder -> model.fit(encoder.encode(rows), fit.validateOn(encoder.encode(validation))));
    }

    /** A fit that does not come to its first step leaves no encoding behind, for the rows will be other ones when it is tried again. */
    private History fit(List<R> taught, Function<RowEncoder<R>, History> training) {
        model.requireOpen();
        boolean learned = model.attachment(ATTACHMENT).isEmpty()
                && model.attachIfAbsent(
                        ATTACHMENT, RowEncoder.learn(schema, target, taught).toJson());
        long steps = model.steps();
        try {
            return training.apply(encoder());
        } catch (RuntimeException | Error failure) {
            if (learned && model.steps() == steps) {
                model.detach(ATTACHMENT);
            }
            throw failure;
        }
    }

    /** Learns the encoding, in the place of what was learned before. */
    public void learn(List<R> rows) {
        model.requireOpen();
        String learned = RowEncoder.learn(schema, target, rows).toJson();
        model.setClassNames(List.of());
        model.attach(ATTACHMENT, learned);
    }

    /** Rows as the network reads and learns them. */
    public Dataset encode(List<R> rows) {
        return encoder().encode(rows);
    }

    /**
     * Rows that need not fit in memory, as the network reads and learns them.
     *
     * @param rows makes a new Java stream for each pass; it is closed
     * @throws IllegalStateException if no encoding was learned
     */
    public DataStream stream(Supplier<? extends Stream<R>> rows) {
        RowEncoder<R> encoder = encoder();
        return DataStream.of(() -> encoder.encode(rows.get()));
    }

    /** Loss and metrics on rows. */
    public Evaluation evaluate(List<R> rows) {
        return model.evaluate(encode(rows));
    }

    /** What the network says of rows: probabilities, or numbers as they are learned. */
    public float[][] predict(List<R> rows) {
        return predict(encoder(), rows);
    }

    private float[][] predict(RowEncoder<R> encoder, List<R> rows) {
        return rows.isEmpty() ? new float[0][] : model.predictions(encoder.features(rows));
    }

    /** Mean and spread of what the network says of rows with its noise on. */
    public MonteCarlo<float[][]> monteCarlo(List<R> rows, int passes) {
        return monteCarlo(encoder(), rows, passes);
    }

    private MonteCarlo<float[][]> monteCarlo(RowEncoder<R> encoder, List<R> rows, int passes) {
        return rows.isEmpty()
                ? new MonteCarlo<>(new float[0][], new float[0][])
                : model.monteCarloOutputs(encoder.features(rows), passes).get(0);
    }

    /** The same of a network that learns numbers, in the units of the labels. */
    public MonteCarlo<float[][]> monteCarloValues(List<R> rows, int passes) {
        RowEncoder<R> encoder = encoder();
        MonteCarlo<float[][]> learned = monteCarlo(encoder, rows, passes);
        return new MonteCarlo<>(encoder.values(learned.mean()), encoder.deviations(learned.spread()));
    }

    /** What a network that learns numbers says of rows, in the units of the labels. */
    public float[][] values(List<R> rows) {
        RowEncoder<R> encoder = encoder();
        return encoder.values(predict(encoder, rows));
    }

    /** The likeliest class of each row, by name; of a network with one output yes, the second class, is what has at least one half. */
    public List<String> classes(List<R> rows) {
        RowEncoder<R> encoder = encoder();
        float[][] predictions = predict(encoder, rows);
        List<String> names = encoder.classNames();
        int[] likeliest = predictions.length > 0 && predictions[0].length == 1
                ? Arrays.stream(predictions)
                        .mapToInt(row -> row[0] >= 0.5f ? 1 : 0)
                        .toArray()
                : Model.likeliest(predictions);
        return Arrays.stream(likeliest).mapToObj(names::get).toList();
    }

    /** The classes by name, in the order of a prediction's probabilities. */
    public List<String> classes() {
        return encoder().classNames();
    }

    private RowEncoder<R> encoder() {
        model.requireOpen();
        Optional<String> json = model.attachment(ATTACHMENT);
        if (json.isEmpty()) {
            throw new IllegalStateException("how rows of " + schema.name()
                    + " are encoded is learned from training rows, and there have been none: call fit or learn(rows) first, or load"
                    + " a trained model; importWeights brings weights alone");
        }
        Known<R> last = known;
        if (last == null || !last.json().equals(json.get())) {
            last = new Known<>(json.get(), RowEncoder.fromJson(schema, target, json.get()));
            known = last;
        }
        return last.encoder();
    }
}
