package io.regulus.benchmarks.compare;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Arithmetic of runs. */
final class Statistics {
    private Statistics() {}

    /** The middle one, or the mean of the two in the middle. */
    static double median(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("the median of nothing");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static double median(Collection<Run> runs, ToDoubleFunction<Run> number) {
        return median(runs.stream().mapToDouble(number).toArray());
    }

    /** The runs at the number of threads with the best median of steps per second; empty if there are none. */
    static List<Run> atBetterSetting(List<Run> runs) {
        Map<Integer, List<Run>> byThreads =
                runs.stream().collect(Collectors.groupingBy(Run::threads, TreeMap::new, Collectors.toList()));
        List<Run> best = List.of();
        for (List<Run> setting : byThreads.values()) {
            if (best.isEmpty() || median(setting, Statistics::speed) > median(best, Statistics::speed)) {
                best = setting;
            }
        }
        return best;
    }

    /** The median of the ratios of speed, each of two runs of one round; empty if no round has both. */
    static OptionalDouble ratio(List<Run> runs, List<Run> baseline) {
        Map<Integer, Run> byRound = baseline.stream().collect(Collectors.toMap(Run::round, run -> run));
        double[] ratios = runs.stream()
                .filter(run -> byRound.containsKey(run.round()))
                .mapToDouble(run -> speed(run) / speed(byRound.get(run.round())))
                .toArray();
        return ratios.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(median(ratios));
    }

    static double speed(Run run) {
        return run.outcome().stepsPerSecond();
    }
}
