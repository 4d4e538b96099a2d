package io.regulus.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether the probabilities of a classifier are what they say: of the rows of which it is 80 % sure, 80 % should be right. Rows are put in
 * bins of equal width by confidence, ((b - 1) / B, b / B], and each bin's mean confidence is held against the share of its rows that were
 * hit (Guo et al., <a href="https://arxiv.org/abs/1706.04599">On Calibration of Modern Neural Networks</a>, 2017).
 *
 * <p>Of several classes the confidence is the largest probability, and a hit is a row of that class, the first of equal ones. Of two
 * classes with a single probability the confidence is that probability, of the second class, and a hit is a row of the second class.
 *
 * @param rows number of rows
 * @param bins the bins, from the least confidence to the largest; empty ones too
 * @param expectedError expected calibration error, the sum over bins of rows in it / rows * |hits - confidence|, in [0, 1]
 * @param maximumError maximum calibration error, the largest |hits - confidence| of a bin with rows, in [0, 1]
 * @param brierScore mean over the rows of the sum over classes of (p - y)^2, in [0, 2]; of a single probability of (p - y)^2, in [0, 1]
 *     (Brier, 1950)
 * @param negativeLogLikelihood mean of -log of the probability of the true class, in nats; a single probability is kept within 1e-7 of 0
 *     and 1, others above 1.2e-38, the least normal float
 * @param accuracy share of rows whose likeliest class is the true one
 */
public record Reliability(
        long rows,
        List<Bin> bins,
        double expectedError,
        double maximumError,
        double brierScore,
        double negativeLogLikelihood,
        double accuracy) {
    /** Bins where nothing else is said, as in the paper. */
    public static final int BINS = 15;

    /**
     * The rows of a range of confidences.
     *
     * @param from above this
     * @param to up to this
     * @param rows number of rows
     * @param confidence their mean confidence; NaN without rows
     * @param hits share of them that was hit; NaN without rows
     */
    public record Bin(double from, double to, long rows, double confidence, double hits) {
        /** How far confidence and hits are apart, |hits - confidence|; NaN without rows. */
        public double error() {
            return Math.abs(hits - confidence);
        }
    }

    public Reliability {
        bins = List.copyOf(bins);
    }

    /** In 15 bins. */
    public static Reliability of(float[][] probabilities, int[] labels) {
        return of(probabilities, labels, BINS);
    }

    /**
     * Holds probabilities against labels.
     *
     * @param probabilities a row each, [rows, classes], or [rows, 1] of the second of two classes
     * @param labels the true classes, from 0
     * @param bins how many, at least 1
     * @throws IllegalArgumentException if there is no row, labels and rows are not as many, a label is no class, a probability is outside
     *     [0, 1] or the bins are less than 1, naming the row and the value
     */
    public static Reliability of(float[][] probabilities, int[] labels, int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException("bins = " + bins + "; give at least 1, such as 15");
        }
        Probabilities.check(probabilities, labels);
        long[] counts = new long[bins];
        double[] confidences = new double[bins];
        long[] hits = new long[bins];
        double brier = 0;
        double likelihood = 0;
        long right = 0;
        for (int row = 0; row < labels.length; row++) {
            float[] p = probabilities[row];
            int label = labels[row];
            int likeliest = Probabilities.likeliest(p);
            boolean single = p.length == 1;
            double confidence = single ? p[0] : p[likeliest];
            int bin = Math.max(0, (int) Math.ceil(confidence * bins) - 1);
            counts[bin]++;
            confidences[bin] += confidence;
            hits[bin] += (single ? label == 1 : label == likeliest) ? 1 : 0;
            right += label == likeliest ? 1 : 0;
            brier += brier(p, label);
            likelihood -= Math.log(Probabilities.ofClass(p, label));
        }
        List<Bin> all = new ArrayList<>();
        double expected = 0;
        double most = 0;
        for (int bin = 0; bin < bins; bin++) {
            double rows = counts[bin];
            // NaN where there is no row
            Bin made = new Bin(
                    bin / (double) bins, (bin + 1.0) / bins, counts[bin], confidences[bin] / rows, hits[bin] / rows);
            all.add(made);
            if (counts[bin] > 0) {
                expected += rows / labels.length * made.error();
                most = Math.max(most, made.error());
            }
        }
        double rows = labels.length;
        return new Reliability(labels.length, all, expected, most, brier / rows, likelihood / rows, right / rows);
    }

    private static double brier(float[] p, int label) {
        if (p.length == 1) {
            return (p[0] - label) * (double) (p[0] - label);
        }
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            double off = p[i] - (i == label ? 1.0 : 0.0);
            sum += off * off;
        }
        return sum;
    }

    /** The numbers in one line. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "expected calibration error %.4f, maximum %.4f, Brier score %.4f, negative log-likelihood %.4f, accuracy %.4f, %,d rows in %d bins",
                expectedError,
                maximumError,
                brierScore,
                negativeLogLikelihood,
                accuracy,
                rows,
                bins.size());
    }
}
