package io.regulus.train;

import static io.regulus.train.Requirements.require;

import io.regulus.annotations.MonitorMode;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Stops a fit when a metric has stopped improving, and restores the weights of the best epoch: Keras's callback of this name.
 * Give it to a fit as a callback, or put {@link io.regulus.annotations.EarlyStopping} on the class.
 *
 * <pre>{@code
 * Fit.epochs(100).validateOn(validation).callback(EarlyStopping.patience(5).minDelta(1e-3))
 * }</pre>
 *
 * An object serves one fit at a time and starts anew with each.
 */
public final class EarlyStopping implements Stateful {
    private final Rule rule;
    private final Monitor monitor;
    private double best;
    private int wait;
    private Snapshot bestWeights;
    private int bestEpoch;
    private boolean stopped;

    /** What to do, as in the annotation; changed only while a copy is made. */
    private static final class Rule {
        private String monitor = "val_loss";
        private MonitorMode mode = MonitorMode.AUTO;
        private int patience;
        private double minDelta;
        private double baseline = Double.NaN;
        private int startFromEpoch;
        private boolean restoreBestWeights = true;

        Rule(int patience) {
            this.patience = patience;
        }

        Rule(Rule other) {
            monitor = other.monitor;
            mode = other.mode;
            patience = other.patience;
            minDelta = other.minDelta;
            baseline = other.baseline;
            startFromEpoch = other.startFromEpoch;
            restoreBestWeights = other.restoreBestWeights;
        }
    }

    private EarlyStopping(Rule rule) {
        require(rule.patience >= 0, "patience", rule.patience, "0 or more");
        require(rule.minDelta >= 0, "minDelta", rule.minDelta, "0 or more");
        require(rule.startFromEpoch >= 0, "startFromEpoch", rule.startFromEpoch, "0 or more");
        this.rule = rule;
        this.monitor = new Monitor(Objects.requireNonNull(rule.monitor, "monitor"), rule.mode, rule.minDelta);
        reset();
    }

    private void reset() {
        best = monitor.worst();
        wait = 0;
        bestWeights = null;
        bestEpoch = 0;
        stopped = false;
    }

    /** Stops after so many epochs without a smaller validation loss. */
    public static EarlyStopping patience(int epochs) {
        return new EarlyStopping(new Rule(epochs));
    }

    /** What is watched, such as {@code "val_accuracy"}; {@code "val_loss"} by default. */
    public EarlyStopping monitor(String metric) {
        return with(rule -> rule.monitor = metric);
    }

    /** Which way the metric is to go; by its name by default. */
    public EarlyStopping mode(MonitorMode way) {
        return with(rule -> rule.mode = way);
    }

    /** What counts as an improvement: more than this; 0 by default. */
    public EarlyStopping minDelta(double delta) {
        return with(rule -> rule.minDelta = delta);
    }

    /** A value that the metric has to be better than, for an epoch to reset the waiting; NaN, the default, for none. */
    public EarlyStopping baseline(double value) {
        return with(rule -> rule.baseline = value);
    }

    /** Epochs before the first that is looked at; 0 by default. */
    public EarlyStopping startFromEpoch(int epochs) {
        return with(rule -> rule.startFromEpoch = epochs);
    }

    /** Whether the weights of the best epoch are restored at the end, unless the fit fails; they are by default. */
    public EarlyStopping restoreBestWeights(boolean restore) {
        return with(rule -> rule.restoreBestWeights = restore);
    }

    private EarlyStopping with(Consumer<Rule> change) {
        Rule changed = new Rule(rule);
        change.accept(changed);
        return new EarlyStopping(changed);
    }

    @Override
    public void onFitStart(TrainingRun run) {
        monitor.requireIn(run.monitored(), "early stopping");
        reset();
    }

    @Override
    public void onEpochEnd(TrainingRun run, EpochResult epoch) {
        if (epoch.epoch() <= rule.startFromEpoch) {
            return;
        }
        double value = monitor.value(epoch);
        boolean better = monitor.isBetter(value, best);
        if (better || bestEpoch == 0) {
            bestEpoch = epoch.epoch();
            bestWeights = rule.restoreBestWeights ? run.snapshot() : null;
        }
        wait++;
        if (better) {
            best = value;
            if (Double.isNaN(rule.baseline) || monitor.isBetter(value, rule.baseline)) {
                wait = 0;
            }
        } else if (wait >= rule.patience && epoch.epoch() > 1) {
            stopped = true;
            run.stop("early stopping: no better " + monitor.name() + " since epoch " + bestEpoch
                    + (rule.restoreBestWeights ? ", whose weights are restored" : ""));
        }
    }

    @Override
    public void onFitEnd(TrainingRun run, History history) {
        if (bestWeights != null && !run.failed()) {
            run.restore(bestWeights);
        }
        bestWeights = null;
    }

    @Override
    public CallbackState state() {
        CallbackState numbers = CallbackState.EMPTY
                .with("best", best)
                .with("wait", wait)
                .with("bestEpoch", bestEpoch)
                .with("stopped", stopped ? 1 : 0);
        return bestWeights == null ? numbers : numbers.with("bestWeights", bestWeights);
    }

    @Override
    public void restore(CallbackState state) {
        best = state.number("best");
        wait = (int) state.number("wait");
        bestEpoch = (int) state.number("bestEpoch");
        stopped = state.number("stopped") != 0;
        bestWeights = rule.restoreBestWeights ? state.snapshot("bestWeights").orElse(null) : null;
    }

    /** The best epoch of the last fit, counted from 1; empty before the first. */
    public OptionalInt bestEpoch() {
        return bestEpoch == 0 ? OptionalInt.empty() : OptionalInt.of(bestEpoch);
    }

    /** Whether it stopped the last fit. */
    public boolean stopped() {
        return stopped;
    }
}
