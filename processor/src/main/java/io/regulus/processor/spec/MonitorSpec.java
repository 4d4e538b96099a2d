package io.regulus.processor.spec;

import io.regulus.annotations.MonitorMode;
import java.util.Optional;

/** Something that watches a metric from epoch to epoch, as written. */
public sealed interface MonitorSpec extends PolicySpec permits MonitorSpec.ReduceOnPlateau, MonitorSpec.EarlyStopping {
    /** The name of the metric. */
    Written<String> monitor();

    /** Which way it is to go. */
    MonitorMode mode();

    /** Epochs without improvement that are waited for. */
    Written<Integer> patience();

    /** {@code @ReduceOnPlateau}: a schedule too, for it sets the rate. */
    record ReduceOnPlateau(
            Usage usage, Written<String> monitor, MonitorMode mode, Written<Integer> patience, int cooldown)
            implements MonitorSpec {
        @Override
        public Optional<String> oneOf() {
            return Optional.of("schedule of the learning rate");
        }
    }

    /** {@code @EarlyStopping}. */
    record EarlyStopping(
            Usage usage,
            Written<String> monitor,
            MonitorMode mode,
            Written<Integer> patience,
            double baseline,
            int startFromEpoch,
            boolean restoreBestWeights)
            implements MonitorSpec {}
}
