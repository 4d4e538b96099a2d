package io.regulus.tune;

import io.regulus.annotations.MonitorMode;
import io.regulus.data.Dataset;
import io.regulus.data.Splitter;
import io.regulus.model.ModelType;
import io.regulus.train.Fit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A search for good hyperparameters, over one class of models or several: immutable, each setting returns a changed copy.
 *
 * <pre>{@code
 * TuningResult result = Tuner.of(FashionNetModel.type())
 *     .range("network.l2", Range.log(1e-5, 1e-3))
 *     .range("head.dropout", Range.linear(0, 0.7))
 *     .tpe(40, 1)
 *     .fit(Fit.epochs(10).batchSize(64).validateOn(validation))
 *     .threads(4)
 *     .folder(Path.of("search"))
 *     .run(train);
 * System.out.print(result.table());
 * }</pre>
 *
 * <p>Every trial trains a new model with the same seed of weights and the same order of rows, and is judged by the validation data after its fit:
 * by the weights that {@code evaluate} uses, which are those of the best epoch where the class stops early and restores them. What is
 * proposed depends on the trials before and on no clock, and batches are fixed: a search has the same trials and the same numbers with any
 * number of threads, and after any number of kills.
 */
public final class Tuner {
    private final Choices choices;

    /** What was set; changed only while a copy is made. */
    static final class Choices {
        List<ModelType<?>> types;
        Map<String, Range> ranges = Map.of();
        Strategy strategy = new RandomDraws(20, 1);
        Optional<Fit> fit = Optional.empty();
        Objective objective = Objective.of("val_loss", MonitorMode.AUTO);
        /** In the place of the validation data of the fit. */
        Optional<Folds> folds = Optional.empty();

        int threads = 1;
        int threadsPerTrial = 1;
        long seed = 1;
        Optional<Path> folder = Optional.empty();
        Consumer<Trial> listener = trial -> {};

        private Choices(ModelType<?> type) {
            types = List.of(type);
        }

        private Choices(Choices other) {
            types = other.types;
            ranges = other.ranges;
            strategy = other.strategy;
            fit = other.fit;
            objective = other.objective;
            folds = other.folds;
            threads = other.threads;
            threadsPerTrial = other.threadsPerTrial;
            seed = other.seed;
            folder = other.folder;
            listener = other.listener;
        }
    }

    /** Cross-validation. */
    record Folds(int k, Splitter splitter) {}

    private Tuner(Choices choices) {
        this.choices = choices;
    }

    private Tuner with(Consumer<Choices> change) {
        Choices changed = new Choices(choices);
        change.accept(changed);
        return new Tuner(changed);
    }

    /** A search over a class of models: so far the model as annotated, 20 random trials, the smallest validation loss, one thread. */
    public static Tuner of(ModelType<?> type) {
        return new Tuner(new Choices(Objects.requireNonNull(type, "type is null; give XModel.type()")));
    }

    /** Also over another class; it takes part in the ranges whose names it has. */
    public Tuner and(ModelType<?> type) {
        Objects.requireNonNull(type, "type is null; give XModel.type()");
        return with(choice -> choice.types =
                Stream.concat(choices.types.stream(), Stream.of(type)).toList());
    }

    /**
     * Values to try.
     *
     * @param name of a hyperparameter as in the generated {@code toMap()}: {@code "network.l2"}
     */
    public Tuner range(String name, Range range) {
        Map<String, Range> ranges = new LinkedHashMap<>(choices.ranges);
        ranges.put(name, Objects.requireNonNull(range, "range is null; give Range.linear, Range.log or Range.choice"));
        return with(choice -> choice.ranges = ranges);
    }

    /** Some numbers to try: {@code range(name, Range.choice(values))}. */
    public Tuner choice(String name, double... values) {
        return range(name, Range.choice(values));
    }

    /**
     * Every combination of evenly spaced values, both ends of each range included.
     *
     * @param points of each range, at least 2; of a choice all values are taken
     */
    public Tuner grid(int points) {
        return with(choice -> choice.strategy = new Grid(points));
    }

    /**
     * Settings drawn at random.
     *
     * @param trials at least 1
     */
    public Tuner random(int trials, long seed) {
        return with(choice -> choice.strategy = new RandomDraws(trials, seed));
    }

    /**
     * Successive halving (Jamieson and Talwalkar, 2016): random settings, all trained for few epochs, the best {@code 1 / factor} of them, at
     * least one, anew for {@code factor} times as many, and so on up to the epochs of the fit. Each time they are trained from the start,
     * so that a trial of so many epochs is a fit of so many epochs. The others are told as pruned.
     *
     * @param trials at least 2
     * @param firstEpochs at least 1, below the epochs of the fit
     * @param factor at least 2; 3 is usual
     */
    public Tuner successiveHalving(int trials, int firstEpochs, int factor, long seed) {
        return with(choice -> choice.strategy = new Halving(trials, firstEpochs, factor, seed));
    }

    /** {@link #tpe(int, int, long)} in batches of four. */
    public Tuner tpe(int trials, long seed) {
        return tpe(trials, 4, seed);
    }

    /**
     * Tree-structured Parzen estimators (Bergstra et al., 2011): ten random trials, then such as are likely among the best 15 % and
     * unlikely among the others.
     *
     * @param trials at least 1
     * @param batch trials that are proposed together, and can be trained at the same time; at least 1
     */
    public Tuner tpe(int trials, int batch, long seed) {
        return with(choice -> choice.strategy = new Tpe(trials, batch, seed));
    }

    /**
     * How every trial is fitted. It has validation data, by {@code validateOn} or {@code validationSplit}, unless there are folds, and
     * neither callbacks nor checkpoints nor a teacher, which trials would share.
     */
    public Tuner fit(Fit fit) {
        return with(choice -> choice.fit = Optional.of(fit));
    }

    /** {@link #objective(String, MonitorMode)}, larger or smaller by the name: a larger accuracy, AUC and R2, else a smaller number. */
    public Tuner objective(String name) {
        return objective(name, MonitorMode.AUTO);
    }

    /**
     * What to compare by.
     *
     * @param name of the validation data: {@code "val_loss"}, the default, {@code "val_accuracy"}, {@code "val_digit_loss"}
     */
    public Tuner objective(String name, MonitorMode mode) {
        return with(choice -> choice.objective = Objective.of(name, mode));
    }

    /** {@link #kFold(int, Splitter)} of rows at random, by seed 1. */
    public Tuner kFold(int k) {
        return kFold(k, Splitter.shuffled(1));
    }

    /**
     * Cross-validation: each trial trains k models and its objective is the mean over the folds.
     *
     * @param k at least 2
     */
    public Tuner kFold(int k, Splitter splitter) {
        Strategy.requireAtLeast(2, "k", k);
        return with(choice ->
                choice.folds = Optional.of(new Folds(k, Objects.requireNonNull(splitter, "splitter is null"))));
    }

    /** {@code threads(budget, 1)}: as many trials at a time as there are threads. */
    public Tuner threads(int budget) {
        return threads(budget, 1);
    }

    /**
     * Threads for all trials together.
     *
     * @param budget at least 1; it changes nothing but the time
     * @param perTrial threads of TensorFlow within an op of a trial, from 1 to the budget; {@code budget / perTrial} trials are trained at a
     *     time. The last bits of the numbers may depend on it. TensorFlow takes it from the first model of a process
     */
    public Tuner threads(int budget, int perTrial) {
        Strategy.requireAtLeast(1, "perTrial", perTrial);
        Strategy.requireAtLeast(perTrial, "threads", budget);
        return with(choice -> {
            choice.threads = budget;
            choice.threadsPerTrial = perTrial;
        });
    }

    /** Seed of the weights and dropout masks of every trial; 1 by default. The order of rows has that of the fit. */
    public Tuner seed(long value) {
        return with(choice -> choice.seed = value);
    }

    /**
     * Where trials are kept as they end, so that the search goes on from there, whatever ended it. A trial that had not ended is trained
     * anew. One process at a time has the folder, and one search.
     *
     * @param path made if it is not there
     */
    public Tuner folder(Path path) {
        return with(choice -> choice.folder = Optional.of(path));
    }

    /** Told of every run as it ends, those of a folder included, one at a time, on any thread. */
    public Tuner onTrial(Consumer<Trial> listener) {
        return with(choice -> choice.listener = listener);
    }

    /**
     * Searches. Before anything trains, names, ranges, the objective and the data are checked with every class. A trial whose loss is not
     * finite, or whose hyperparameters the model refuses, is told as failed; anything else that is thrown ends the search, and its folder goes on
     * from there. An interrupt ends it too.
     *
     * @param data to train on, in folds or whole; no stream, for trials read it at the same time
     * @throws IllegalArgumentException if a setting does not fit the models or the data, or the folder is that of another search
     * @throws IllegalStateException if all trials fail, or another process has the folder
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     * @throws UncheckedIOException if the folder cannot be read or written
     */
    public TuningResult run(Dataset data) {
        Search search = new Search(choices, data);
        search.check();
        Map<String, String> identity = search.identity();
        if (choices.folder.isEmpty()) {
            return search.run(Journal.none(), identity);
        }
        try (Journal journal = Journal.open(choices.folder.orElseThrow(), identity)) {
            return search.run(journal, identity);
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "the folder " + choices.folder.orElseThrow() + " of the search cannot be read or written: "
                            + failure,
                    failure);
        }
    }
}
