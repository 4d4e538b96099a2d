package io.regulus.train;

import static io.regulus.train.Requirements.require;

import io.regulus.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How to fit: immutable, each setting returns a changed copy.
 *
 * <pre>{@code
 * Fit.epochs(20).batchSize(128).validateOn(validation)
 * }</pre>
 *
 * @param epochs passes over the training data, at least 1
 * @param initialEpoch epochs already done, as when a saved run goes on: epochs are numbered, and rows shuffled, from there;
 *     0 by default, always below epochs
 * @param batchSize rows per step, at least 1; a last, smaller batch is trained too; 32 by default, as in Keras
 * @param shuffle whether rows are drawn in a new order each epoch; on by default
 * @param seed what the order depends on, besides the epoch; 0 by default
 * @param validation data to evaluate on after every epoch
 * @param validationSplit share of the training data, taken from its end before shuffling, to validate on; 0 for none
 * @param callbacks called in order
 * @param schedule of the learning rate; that of the class, if it has one, where this is empty
 * @param verbose whether progress is shown: a bar on a terminal, a line an epoch elsewhere; on by default
 */
public record Fit(
        int epochs,
        int initialEpoch,
        int batchSize,
        boolean shuffle,
        long seed,
        Optional<Dataset> validation,
        double validationSplit,
        List<Callback> callbacks,
        Optional<Schedule> schedule,
        boolean verbose) {
    public Fit {
        require(epochs >= 1, "epochs", epochs, "at least 1");
        require(
                initialEpoch >= 0 && initialEpoch < epochs,
                "initialEpoch",
                initialEpoch,
                "at least 0 and below epochs = " + epochs);
        require(batchSize >= 1, "batchSize", batchSize, "at least 1");
        require(validationSplit >= 0 && validationSplit < 1, "validationSplit", validationSplit, "in [0, 1)");
        if (validation.isPresent() && validationSplit > 0) {
            throw new IllegalArgumentException("both validateOn and validationSplit are set; keep one of them");
        }
        callbacks = List.copyOf(callbacks);
    }

    /** The defaults, for a number of epochs. */
    public static Fit epochs(int epochs) {
        return new Fit(epochs, 0, 32, true, 0, Optional.empty(), 0, List.of(), Optional.empty(), true);
    }

    /** Epochs already done: {@code Fit.epochs(4).initialEpoch(2)} goes on where two epochs ended, with the same row order. */
    public Fit initialEpoch(int done) {
        return new Fit(
                epochs, done, batchSize, shuffle, seed, validation, validationSplit, callbacks, schedule, verbose);
    }

    /** Rows per step. */
    public Fit batchSize(int rows) {
        return new Fit(
                epochs, initialEpoch, rows, shuffle, seed, validation, validationSplit, callbacks, schedule, verbose);
    }

    /** Whether rows are shuffled. */
    public Fit shuffle(boolean on) {
        return new Fit(
                epochs, initialEpoch, batchSize, on, seed, validation, validationSplit, callbacks, schedule, verbose);
    }

    /** Seed of the row order. */
    public Fit seed(long value) {
        return new Fit(
                epochs,
                initialEpoch,
                batchSize,
                shuffle,
                value,
                validation,
                validationSplit,
                callbacks,
                schedule,
                verbose);
    }

    /** Data to validate on after every epoch. */
    public Fit validateOn(Dataset data) {
        return new Fit(
                epochs,
                initialEpoch,
                batchSize,
                shuffle,
                seed,
                Optional.of(data),
                validationSplit,
                callbacks,
                schedule,
                verbose);
    }

    /** Share of the training data to validate on, taken from its end before shuffling, as in Keras. */
    public Fit validationSplit(double share) {
        return new Fit(epochs, initialEpoch, batchSize, shuffle, seed, validation, share, callbacks, schedule, verbose);
    }

    /** Adds a callback. */
    public Fit callback(Callback callback) {
        List<Callback> all = new ArrayList<>(callbacks);
        all.add(callback);
        return new Fit(
                epochs, initialEpoch, batchSize, shuffle, seed, validation, validationSplit, all, schedule, verbose);
    }

    /** A schedule of the learning rate, in the place of that of the class. */
    public Fit schedule(Schedule value) {
        return with(Optional.of(value), callbacks);
    }

    Fit with(Optional<Schedule> otherSchedule, List<Callback> otherCallbacks) {
        return new Fit(
                epochs,
                initialEpoch,
                batchSize,
                shuffle,
                seed,
                validation,
                validationSplit,
                otherCallbacks,
                otherSchedule,
                verbose);
    }

    /** Whether progress is shown. */
    public Fit verbose(boolean on) {
        return new Fit(
                epochs, initialEpoch, batchSize, shuffle, seed, validation, validationSplit, callbacks, schedule, on);
    }
}
