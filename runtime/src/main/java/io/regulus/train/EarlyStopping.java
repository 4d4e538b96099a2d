package io.regulus.train;

import static io.regulus.train.Requirements.require;

import io.regulus.annotations.MonitorMode;
import java.util.Objects;
import java.util.OptionalInt;

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
public final class EarlyStopping implements Callback {
    private final Rule rule;
    private final Monitor monitor;
    private double best;
    private int wait;
    private Snapshot bestWeights;
    private int bestEpoch;
    private boolean stopped;

    /** What to do, as in the annotation. */
    private record Rule(
            String monitor,
            MonitorMode mode,
            int patience,
            double minDelta,
            double baseline,
            int startFromEpoch,
            boolean restoreBestWeights) {}

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
        return new EarlyStopping(new Rule("val_loss", MonitorMode.AUTO, epochs, 0, Double.NaN, 0, true));
    }

    /** What is watched, such as {@code "val_accuracy"}; {@code "val_loss"} by default. */
    public EarlyStopping monitor(String metric) {
        return new EarlyStopping(new Rule(
                metric,
                rule.mode,
                rule.patience,
                rule.minDelta,
                rule.baseline,
                rule.startFromEpoch,
                rule.restoreBestWeights));
    }

    /** Which way the metric is to go; by its name by default. */
    public EarlyStopping mode(MonitorMode mode) {
        return new EarlyStopping(new Rule(
                rule.monitor,
                mode,
                rule.patience,
                rule.minDelta,
                rule.baseline,
                rule.startFromEpoch,
                rule.restoreBestWeights));
    }

    /** What counts as an improvement: more than this; 0 by default. */
    public EarlyStopping minDelta(double delta) {
        return new EarlyStopping(new Rule(
                rule.monitor,
                rule.mode,
                rule.patience,
                delta,
                rule.baseline,
                rule.startFromEpoch,
                rule.restoreBestWeights));
    }

    /** A value that the metric has to be better than, for an epoch to reset the waiting; NaN, the default, for none. */
    public EarlyStopping baseline(double value) {
        return new EarlyStopping(new Rule(
                rule.monitor,
                rule.mode,
                rule.patience,
                rule.minDelta,
                value,
                rule.startFromEpoch,
                rule.restoreBestWeights));
    }

    /** Epochs before the first that is looked at; 0 by default. */
    public EarlyStopping startFromEpoch(int epochs) {
        return new EarlyStopping(new Rule(
                rule.monitor, rule.mode, rule.patience, rule.minDelta, rule.baseline, epochs, rule.restoreBestWeights));
    }

    /** Whether the weights of the best epoch are restored at the end; they are by default. */
    public EarlyStopping restoreBestWeights(boolean restore) {
        return new EarlyStopping(new Rule(
                rule.monitor, rule.mode, rule.patience, rule.minDelta, rule.baseline, rule.startFromEpoch, restore));
    }

    @Override
    public void onFitStart(TrainingRun run) {
        monitor.requireIn(run, "early stopping");
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
            run.stop();
        }
    }

    @Override
    public void onFitEnd(TrainingRun run, History history) {
        if (bestWeights != null) {
            run.restore(bestWeights);
            bestWeights = null;
        }
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
