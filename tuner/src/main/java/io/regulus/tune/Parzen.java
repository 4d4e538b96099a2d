package io.regulus.tune;

import java.util.Arrays;
import java.util.Random;

/**
 * A density over an interval, from points in it (Bergstra et al., Algorithms for Hyper-Parameter Optimization, 2011, section 4): equal
 * shares of normal distributions, cut off at the ends, one at each point and a wide one, the prior, over the whole interval. The deviation
 * of a point is its distance from the farther of its two neighbours, the ends included, within (to - from) / min(100, points + 2) and
 * to - from.
 */
final class Parzen {
    private static final int FINEST = 100;

    private final double from;
    private final double to;
    private final double[] means;
    private final double[] deviations;

    Parzen(double from, double to, double... points) {
        this.from = from;
        this.to = to;
        double width = to - from;
        double[] all = Arrays.copyOf(points, points.length + 1);
        double middle = from + width / 2;
        all[points.length] = middle;
        Arrays.sort(all);
        means = all;
        deviations = new double[all.length];
        double least = width / Math.min(FINEST, all.length + 1);
        for (int i = 0; i < all.length; i++) {
            double before = all[i] - (i == 0 ? from : all[i - 1]);
            double after = (i == all.length - 1 ? to : all[i + 1]) - all[i];
            deviations[i] = Math.min(width, Math.max(least, Math.max(before, after)));
        }
        deviations[Arrays.binarySearch(all, middle)] = width;
    }

    double draw(Random random) {
        int component = random.nextInt(means.length);
        while (true) {
            double value = means[component] + deviations[component] * random.nextGaussian();
            if (value >= from && value <= to) {
                return value;
            }
        }
    }

    double density(double value) {
        double sum = 0;
        for (int i = 0; i < means.length; i++) {
            double z = (value - means[i]) / deviations[i];
            double inside = below((to - means[i]) / deviations[i]) - below((from - means[i]) / deviations[i]);
            sum += StrictMath.exp(-z * z / 2) / (Math.sqrt(2 * Math.PI) * deviations[i] * inside);
        }
        return sum / means.length;
    }

    /**
     * The normal distribution function: 1/2 + exp(-z^2/2) / sqrt(2 pi) * (z + z^3/3 + z^5/(3*5) + ...), whose terms have one sign (Abramowitz
     * and Stegun, 26.2.11).
     */
    static double below(double z) {
        if (Math.abs(z) > 9) {
            return z > 0 ? 1 : 0;
        }
        double term = z;
        double sum = z;
        for (int i = 3; Math.abs(term) > Math.abs(sum) * 1e-17; i += 2) {
            term *= z * z / i;
            sum += term;
        }
        return 0.5 + sum * StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }
}
