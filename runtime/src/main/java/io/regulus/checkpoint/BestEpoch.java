package io.regulus.checkpoint;

import io.regulus.annotations.MonitorMode;
import io.regulus.train.EpochResult;
import io.regulus.train.Monitor;
import java.util.List;
import java.util.Optional;

/**
 * The best epoch of a run so far.
 *
 * @param monitor name of what is watched
 * @param mode which way it is to go
 * @param score its value
 * @param epoch counted from 1
 */
record BestEpoch(String monitor, MonitorMode mode, double score, int epoch) {
    static BestEpoch of(Monitor monitor, EpochResult epoch) {
        return new BestEpoch(monitor.name(), monitor.mode(), monitor.value(epoch), epoch.epoch());
    }

    /** Whether it is the best of what is watched, in the way that it is. */
    boolean isOf(Monitor watched) {
        return monitor.equals(watched.name()) && mode == watched.mode();
    }

    /** The first of the best of those that have the metric; empty where none has. */
    static Optional<BestEpoch> of(Monitor monitor, List<EpochResult> history) {
        Optional<BestEpoch> best = Optional.empty();
        for (EpochResult epoch : history) {
            if (monitor.isIn(epoch)
                    && monitor.isBetter(
                            monitor.value(epoch), best.map(BestEpoch::score).orElse(monitor.worst()))) {
                best = Optional.of(of(monitor, epoch));
            }
        }
        return best;
    }
}
