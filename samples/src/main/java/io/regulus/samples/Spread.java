package io.regulus.samples;

import java.util.Arrays;
import java.util.Locale;

/**
 * Mean and standard deviation of several runs.
 *
 * @param mean of the values
 * @param deviation of the values, n - 1 in the denominator; 0 for a single one
 */
public record Spread(double mean, double deviation) {
    /** Of at least one value. */
    public static Spread of(double... values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return new Spread(mean, values.length == 1 ? 0 : Math.sqrt(squares / (values.length - 1)));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.4f +- %.4f", mean, deviation);
    }
}
