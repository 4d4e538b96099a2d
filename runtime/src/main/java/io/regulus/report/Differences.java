package io.regulus.report;

import java.util.List;
import java.util.Locale;

/**
 * Differences between two networks, seed by seed.
 *
 * @param values one for each seed; NaN where a run diverged
 */
public record Differences(List<Double> values) {
    /** Student's t for 95 %, two-sided, by degrees of freedom from 1. */
    private static final double[] STUDENT = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
        2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042
    };

    private static final int LEAST_PLACES = 4;

    public Differences {
        values = List.copyOf(values);
    }

    /** Their mean. */
    public double mean() {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /** Their standard deviation, of n - 1; NaN of a single one. */
    public double deviation() {
        double mean = mean();
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return values.size() < 2 ? Double.NaN : Math.sqrt(squares / (values.size() - 1));
    }

    /**
     * Half of the interval that holds the true mean in 95 of 100 cases if differences are normally distributed: t s / sqrt(n), with Student's t of
     * n - 1 degrees of freedom. NaN of a single one.
     */
    public double margin() {
        if (values.size() < 2) {
            return Double.NaN;
        }
        // beyond the table the last is a little too wide, which errs on the side of noise
        double t = STUDENT[Math.min(values.size() - 1, STUDENT.length) - 1];
        return t * deviation() / Math.sqrt(values.size());
    }

    /** Whether the interval holds 0, so that the difference may be chance; true of a single one. */
    public boolean isWithinNoise() {
        return !(Math.abs(mean()) > margin());
    }

    /** {@code +0.0123 ± 0.0041}, with as many places as the mean has two digits, from four to eight. */
    @Override
    public String toString() {
        if (Double.isNaN(mean())) {
            return "–";
        }
        String number = "." + places() + "f";
        return String.format(Locale.ROOT, "%+" + number, mean())
                + (values.size() < 2 ? "" : String.format(Locale.ROOT, " ± %" + number, deviation()));
    }

    private int places() {
        double size = Math.abs(mean());
        return size == 0 ? LEAST_PLACES : (int) Math.min(8, Math.max(LEAST_PLACES, 1 - Math.floor(Math.log10(size))));
    }
}
