package io.regulus.metrics;

/**
 * One number that makes the probabilities of a classifier honest and changes none of its answers: softmax(z / T), with z the logits (Guo et
 * al., <a href="https://arxiv.org/abs/1706.04599">On Calibration of Modern Neural Networks</a>, 2017). Above 1 it makes a network that
 * is too sure less sure. T is the one of the least negative log-likelihood of rows that the network has not been trained on.
 *
 * <p>The logits are taken back from the probabilities, whose logarithms they are but for a number that softmax does not see.
 *
 * @param value T, above 0
 */
public record Temperature(double value) {
    private static final double LEAST = 1e-3;
    private static final double MOST = 1e3;
    private static final int HALVINGS = 100;

    public Temperature {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("temperature = " + value + "; give a number above 0");
        }
    }

    /**
     * Finds the temperature of a validation set. The negative log-likelihood is convex in 1 / T, so that there is one best T; it is
     * found by bisection of the slope, the mean of sum(p z) - z of the true class.
     *
     * @param probabilities as predicted, [rows, classes], or [rows, 1] of the second of two classes
     * @param labels the true classes, from 0
     * @throws IllegalArgumentException if the rows do not fit the labels as by {@link Reliability#of(float[][], int[])}; or no T between
     *     0.001 and 1,000 is best, as where every row is right
     */
    public static Temperature fit(float[][] probabilities, int[] labels) {
        Probabilities.check(probabilities, labels);
        double[][] logits = new double[labels.length][];
        for (int row = 0; row < labels.length; row++) {
            logits[row] = Probabilities.logits(probabilities[row]);
        }
        double low = Math.log(1 / MOST);
        double high = Math.log(1 / LEAST);
        if (slope(logits, labels, Math.exp(low)) >= 0 || slope(logits, labels, Math.exp(high)) <= 0) {
            throw new IllegalArgumentException("no temperature between " + LEAST + " and " + MOST + " is best for the "
                    + labels.length
                    + " rows: the network is right, or no better than chance, in all of them at any; give more"
                    + " rows that it has not been trained on");
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (slope(logits, labels, Math.exp(middle)) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new Temperature(Math.exp(-(low + high) / 2));
    }

    /** The slope of the negative log-likelihood by b = 1 / T. */
    private static double slope(double[][] logits, int[] labels, double b) {
        double sum = 0;
        for (int row = 0; row < labels.length; row++) {
            double[] z = logits[row];
            double[] p = softmax(z, b);
            double mean = 0;
            for (int i = 0; i < z.length; i++) {
                mean += p[i] * z[i];
            }
            sum += mean - z[labels[row]];
        }
        return sum / labels.length;
    }

    private static double[] softmax(double[] z, double b) {
        double most = Double.NEGATIVE_INFINITY;
        for (double value : z) {
            most = Math.max(most, b * value);
        }
        double[] p = new double[z.length];
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            p[i] = Math.exp(b * z[i] - most);
            sum += p[i];
        }
        for (int i = 0; i < z.length; i++) {
            p[i] /= sum;
        }
        return p;
    }

    /**
     * The probabilities at this temperature.
     *
     * @param probabilities as predicted, [rows, classes], or [rows, 1] of the second of two classes; left as they are
     */
    public float[][] apply(float[][] probabilities) {
        float[][] scaled = new float[probabilities.length][];
        for (int row = 0; row < scaled.length; row++) {
            double[] p = softmax(Probabilities.logits(probabilities[row]), 1 / value);
            scaled[row] = new float[probabilities[row].length];
            for (int i = 0; i < scaled[row].length; i++) {
                scaled[row][i] = (float) p[scaled[row].length == 1 ? 1 : i];
            }
        }
        return scaled;
    }
}
