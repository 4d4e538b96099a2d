package io.regulus.samples.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Round numbers along an axis.
 *
 * @param first of them, at or below the lowest value
 * @param step between them: 1, 2 or 5 times a power of ten
 * @param count how many, at least two
 */
record Ticks(double first, double step, int count) {
    private static final int ABOUT = 6;

    static Ticks over(double lowest, double highest) {
        double rough = Math.max(highest - lowest, 1e-9) / ABOUT;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = power * (rough / power < 1.5 ? 1 : rough / power < 3.5 ? 2 : rough / power < 7.5 ? 5 : 10);
        double first = step * Math.floor(lowest / step);
        int steps = (int) Math.ceil((highest - first) / step - 1e-9);
        return new Ticks(first, step, Math.max(1, steps) + 1);
    }

    double last() {
        return first + step * (count - 1);
    }

    List<Double> values() {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(first + i * step);
        }
        return values;
    }

    String label(double value) {
        int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
