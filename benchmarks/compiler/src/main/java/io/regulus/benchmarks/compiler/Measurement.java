package io.regulus.benchmarks.compiler;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What one round of a contender took.
 *
 * @param compile milliseconds of javac with the processor
 * @param processor milliseconds of them inside the processor
 * @param byHand milliseconds of javac without processor, given the generated sources
 * @param lines lines that were generated
 */
record Measurement(double compile, double processor, double byHand, long lines) {
    /** The median of each number. */
    static Measurement median(List<Measurement> rounds) {
        return new Measurement(
                median(rounds, Measurement::compile),
                median(rounds, Measurement::processor),
                median(rounds, Measurement::byHand),
                rounds.get(0).lines());
    }

    private static double median(List<Measurement> rounds, ToDoubleFunction<Measurement> number) {
        double[] sorted = rounds.stream().mapToDouble(number).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "javac %6.0f ms, of it processor %6.0f ms; by hand %6.0f ms", compile, processor, byHand);
    }
}
