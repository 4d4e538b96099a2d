package io.regulus.train;

import static io.regulus.train.Requirements.require;

import io.regulus.annotations.MonitorMode;

/**
 * Lowers the learning rate when a metric has stopped improving: Keras's {@code ReduceLROnPlateau}. Give it to a fit as a callback,
 * or put {@link io.regulus.annotations.ReduceOnPlateau} on the class. An object serves one fit at a time and starts anew with
 * each.
 */
public final class ReduceOnPlateau implements Stateful {
    private final Monitor monitor;
    private final double factor;
    private final int patience;
    private final int cooldown;
    private final double minRate;
    private double best;
    private int wait;
    private int cooling;

    /**
     * The rule.
     *
     * @param monitor what is watched, such as {@code "val_loss"}
     * @param mode which way it is to go
     * @param factor what the rate is multiplied by, in (0, 1)
     * @param patience epochs without improvement after which the rate is lowered, at least 1
     * @param minDelta what counts as an improvement: more than this, 0 or more
     * @param cooldown epochs after a reduction in which none is counted, 0 or more
     * @param minRate the rate is not lowered below this, 0 or more
     * @throws IllegalArgumentException if a number is outside its range
     */
    public ReduceOnPlateau(
            String monitor,
            MonitorMode mode,
            double factor,
            int patience,
            double minDelta,
            int cooldown,
            double minRate) {
        require(factor > 0 && factor < 1, "factor", factor, "in (0, 1)");
        require(patience >= 1, "patience", patience, "at least 1");
        require(minDelta >= 0, "minDelta", minDelta, "0 or more");
        require(cooldown >= 0, "cooldown", cooldown, "0 or more");
        require(minRate >= 0, "minRate", minRate, "0 or more");
        this.monitor = new Monitor(monitor, mode, minDelta);
        this.factor = factor;
        this.patience = patience;
        this.cooldown = cooldown;
        this.minRate = minRate;
        reset();
    }

    private void reset() {
        best = monitor.worst();
        wait = 0;
        cooling = 0;
    }

    @Override
    public void onFitStart(TrainingRun run) {
        monitor.requireIn(run.monitored(), "the reduction on a plateau");
        reset();
    }

    @Override
    public void onEpochEnd(TrainingRun run, EpochResult epoch) {
        double value = monitor.value(epoch);
        if (cooling > 0) {
            cooling--;
            wait = 0;
        }
        if (monitor.isBetter(value, best)) {
            best = value;
            wait = 0;
        } else if (cooling == 0) {
            wait++;
            double rate = run.learningRate();
            if (wait >= patience && rate > minRate) {
                run.learningRate(Math.max(rate * factor, minRate));
                cooling = cooldown;
                wait = 0;
            }
        }
    }

    @Override
    public CallbackState state() {
        return CallbackState.EMPTY.with("best", best).with("wait", wait).with("cooling", cooling);
    }

    @Override
    public void restore(CallbackState state) {
        best = state.number("best");
        wait = (int) state.number("wait");
        cooling = (int) state.number("cooling");
    }
}
