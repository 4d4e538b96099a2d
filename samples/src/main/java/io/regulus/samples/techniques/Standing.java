package io.regulus.samples.techniques;

import io.regulus.samples.Spread;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What a technique's runs say together.
 *
 * @param technique its name
 * @param seeds how many runs
 * @param testAccuracy over the seeds
 * @param difference to the baseline's test accuracy, seed by seed
 * @param gap training accuracy minus test accuracy
 * @param testLoss over the seeds
 * @param clockRatio its time by the clock as a multiple of the baseline's, the mean over the seeds
 * @param cpuRatio likewise of the processors' time
 */
record Standing(
        String technique,
        int seeds,
        Spread testAccuracy,
        Spread difference,
        Spread gap,
        Spread testLoss,
        double clockRatio,
        double cpuRatio) {

    /**
     * Of one technique.
     *
     * @param runs all of it; of seeds that the baseline has not, none is counted
     * @param baseline by seed
     * @throws IllegalArgumentException if no seed is left
     */
    static Standing of(String technique, List<Run> runs, Map<Long, Run> baseline) {
        List<Run> counted =
                runs.stream().filter(run -> baseline.containsKey(run.seed())).toList();
        if (counted.isEmpty()) {
            throw new IllegalArgumentException(technique + " has no seed in common with the baseline");
        }
        return new Standing(
                technique,
                counted.size(),
                spread(counted, Run::testAccuracy),
                spread(
                        counted,
                        run -> run.testAccuracy() - baseline.get(run.seed()).testAccuracy()),
                spread(counted, Run::gap),
                spread(counted, Run::testLoss),
                spread(counted, run -> run.seconds() / baseline.get(run.seed()).seconds())
                        .mean(),
                spread(
                                counted,
                                run -> run.cpuSeconds()
                                        / baseline.get(run.seed()).cpuSeconds())
                        .mean());
    }

    /** By seed. */
    static Map<Long, Run> bySeed(List<Run> runs) {
        return runs.stream().collect(Collectors.toMap(Run::seed, run -> run));
    }

    private static Spread spread(List<Run> runs, ToDoubleFunction<Run> value) {
        return Spread.of(runs.stream().mapToDouble(value).toArray());
    }
}
