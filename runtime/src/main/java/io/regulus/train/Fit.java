package io.regulus.train;

import static io.regulus.train.Requirements.require;

import io.regulus.data.DataStream;
import io.regulus.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How to fit: immutable, each setting returns a changed copy.
 *
 * <pre>{@code
 * Fit.epochs(20).batchSize(128).validateOn(validation)
 * }</pre>
 */
public final class Fit {
    private final Choices choices;

    /** What was set; changed only while a copy is made. */
    private static final class Choices {
        private final int epochs;
        private int initialEpoch;
        private int batchSize = 32;
        private boolean shuffle = true;
        private long seed;
        private Optional<Dataset> validation = Optional.empty();
        private Optional<DataStream> validationStream = Optional.empty();
        private double validationSplit;
        private List<Callback> callbacks = List.of();
        private Optional<Schedule> schedule = Optional.empty();
        private Optional<FitStore> checkpoints = Optional.empty();
        private Optional<Teacher> teacher = Optional.empty();
        private boolean verbose = true;

        Choices(int epochs) {
            this.epochs = epochs;
        }

        Choices(Choices other) {
            epochs = other.epochs;
            initialEpoch = other.initialEpoch;
            batchSize = other.batchSize;
            shuffle = other.shuffle;
            seed = other.seed;
            validation = other.validation;
            validationStream = other.validationStream;
            validationSplit = other.validationSplit;
            callbacks = other.callbacks;
            schedule = other.schedule;
            checkpoints = other.checkpoints;
            teacher = other.teacher;
            verbose = other.verbose;
        }

        void check() {
            require(epochs >= 1, "epochs", epochs, "at least 1");
            require(
                    initialEpoch >= 0 && initialEpoch < epochs,
                    "initialEpoch",
                    initialEpoch,
                    "at least 0 and below epochs = " + epochs);
            require(batchSize >= 1, "batchSize", batchSize, "at least 1");
            require(validationSplit >= 0 && validationSplit < 1, "validationSplit", validationSplit, "in [0, 1)");
            if ((validation.isPresent() || validationStream.isPresent()) && validationSplit > 0) {
                throw new IllegalArgumentException("both validateOn and validationSplit are set; keep one of them");
            }
        }
    }

    private Fit(Choices choices) {
        choices.check();
        this.choices = choices;
    }

    private Fit with(Consumer<Choices> change) {
        Choices changed = new Choices(choices);
        change.accept(changed);
        return new Fit(changed);
    }

    /**
     * The defaults, for a number of passes over the training data.
     *
     * @param epochs at least 1
     * @throws IllegalArgumentException if it is less
     */
    public static Fit epochs(int epochs) {
        return new Fit(new Choices(epochs));
    }

    /**
     * Epochs already done, as when a saved run goes on: {@code Fit.epochs(4).initialEpoch(2)} goes on where two epochs ended, for epochs
     * are numbered, and rows shuffled, from there. 0 by default.
     *
     * @param done at least 0, below the number of epochs
     * @throws IllegalArgumentException if it is not
     */
    public Fit initialEpoch(int done) {
        return with(choice -> choice.initialEpoch = done);
    }

    /**
     * Rows per step; a last, smaller batch is trained too. 32 by default, as in Keras.
     *
     * @param rows at least 1
     * @throws IllegalArgumentException if it is less
     */
    public Fit batchSize(int rows) {
        return with(choice -> choice.batchSize = rows);
    }

    /** Whether rows in memory are drawn in a new order each epoch; on by default. A stream says so itself. */
    public Fit shuffle(boolean on) {
        return with(choice -> choice.shuffle = on);
    }

    /** What the order of rows in memory depends on, besides the epoch; 0 by default. */
    public Fit seed(long value) {
        return with(choice -> choice.seed = value);
    }

    /**
     * Data to validate on after every epoch.
     *
     * @throws IllegalArgumentException if a share of the training data is to be validated on already
     */
    public Fit validateOn(Dataset data) {
        Objects.requireNonNull(data, "the validation data is null; give some, or leave validateOn out");
        return with(choice -> {
            choice.validation = Optional.of(data);
            choice.validationStream = Optional.empty();
        });
    }

    /**
     * A stream to validate on after every epoch.
     *
     * @throws IllegalArgumentException if a share of the training data is to be validated on already
     */
    public Fit validateOn(DataStream data) {
        Objects.requireNonNull(data, "the validation data is null; give some, or leave validateOn out");
        return with(choice -> {
            choice.validation = Optional.empty();
            choice.validationStream = Optional.of(data);
        });
    }

    /**
     * Share of the training data to validate on, taken from its end before shuffling, as in Keras.
     *
     * @param share in [0, 1); 0, the default, for none
     * @throws IllegalArgumentException if it is not, or there is validation data already
     */
    public Fit validationSplit(double share) {
        return with(choice -> choice.validationSplit = share);
    }

    /** Adds a callback, to be called after those that were added before. */
    public Fit callback(Callback callback) {
        Objects.requireNonNull(callback, "callback is null; give one, or leave it out");
        List<Callback> all = new ArrayList<>(choices.callbacks);
        all.add(callback);
        return with(choice -> choice.callbacks = List.copyOf(all));
    }

    /** A schedule of the learning rate, in the place of that of the class. */
    public Fit schedule(Schedule value) {
        return with(choice -> choice.schedule = Optional.of(value));
    }

    /**
     * Where the run is kept as it goes, so that it goes on from there whatever ended it: where a run of this network is there that has not
     * ended, it is gone on with; where it has ended, nothing is trained and its history returned.
     *
     * @param store such as {@code Checkpoints.in(folder)}
     */
    public Fit checkpoints(FitStore store) {
        return with(choice -> choice.checkpoints = Optional.of(store));
    }

    /**
     * What a network with {@code @Distill} learns from beside the targets: it is asked once for every row in memory before the first step, and for
     * those of a stream as they come.
     *
     * @param value such as {@code model::outputs}
     */
    public Fit teacher(Teacher value) {
        Objects.requireNonNull(value, "the teacher is null; give one, such as model::outputs");
        return with(choice -> choice.teacher = Optional.of(value));
    }

    /** Whether progress is shown: a bar on a terminal, a line an epoch elsewhere; on by default. */
    public Fit verbose(boolean on) {
        return with(choice -> choice.verbose = on);
    }

    /** This fit with what a class says: its schedule, unless the fit has one, and its callbacks before those of the fit. */
    Fit after(Optional<Schedule> ofClass, List<Callback> callbacksOfClass) {
        List<Callback> all = new ArrayList<>(callbacksOfClass);
        all.addAll(choices.callbacks);
        return with(choice -> {
            choice.schedule = choices.schedule.or(() -> ofClass);
            choice.callbacks = List.copyOf(all);
        });
    }

    /** Passes over the training data. */
    public int epochs() {
        return choices.epochs;
    }

    /** Epochs already done. */
    public int initialEpoch() {
        return choices.initialEpoch;
    }

    /** Rows per step. */
    public int batchSize() {
        return choices.batchSize;
    }

    /** Whether rows are shuffled. */
    public boolean shuffle() {
        return choices.shuffle;
    }

    /** Seed of the row order. */
    public long seed() {
        return choices.seed;
    }

    /** Data to validate on after every epoch. */
    public Optional<Dataset> validation() {
        return choices.validation;
    }

    /** A stream to validate on after every epoch. */
    public Optional<DataStream> validationStream() {
        return choices.validationStream;
    }

    /** Share of the training data to validate on; 0 for none. */
    public double validationSplit() {
        return choices.validationSplit;
    }

    /** The callbacks in the order they are called. */
    public List<Callback> callbacks() {
        return choices.callbacks;
    }

    /** The schedule of the learning rate; empty for that of the class, if it has one. */
    public Optional<Schedule> schedule() {
        return choices.schedule;
    }

    /** Where the run is kept as it goes; empty for nowhere. */
    public Optional<FitStore> checkpoints() {
        return choices.checkpoints;
    }

    /** What the network learns from beside the targets; empty for what the data has of it. */
    public Optional<Teacher> teacher() {
        return choices.teacher;
    }

    /** Whether progress is shown. */
    public boolean verbose() {
        return choices.verbose;
    }
}
