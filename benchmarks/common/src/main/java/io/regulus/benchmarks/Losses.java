package io.regulus.benchmarks;

/** Data losses, computed here from predictions: what libraries call their loss differs by penalties and factors. */
final class Losses {
    /** float32 probabilities may underflow. */
    private static final double SMALLEST = 1e-12;

    private Losses() {}

    /** Cross entropy or squared error of the predictions for some rows, summed over them. */
    static double sum(Network network, Samples samples, int from, float[][] predictions) {
        double sum = 0;
        if (network.classifies()) {
            int[] labels = samples.labels(from, predictions.length);
            for (int row = 0; row < labels.length; row++) {
                sum -= Math.log(Math.max(predictions[row][labels[row]], SMALLEST));
            }
        } else {
            float[] values = samples.values(from, predictions.length);
            for (int row = 0; row < values.length; row++) {
                double error = predictions[row][0] - values[row];
                sum += error * error;
            }
        }
        return sum;
    }

    /** The mean loss of the best prediction that does not look at its input: entropy of the classes, or variance. */
    static double naive(Network network, Samples samples, int rows) {
        return network.classifies() ? entropy(samples.labels(0, rows), network.outputs()) : variance(samples, rows);
    }

    private static double entropy(int[] labels, int classes) {
        int[] counts = new int[classes];
        for (int label : labels) {
            counts[label]++;
        }
        double entropy = 0;
        for (int count : counts) {
            double share = (double) count / labels.length;
            entropy -= count == 0 ? 0 : share * Math.log(share);
        }
        return entropy;
    }

    private static double variance(Samples samples, int rows) {
        double sum = 0;
        double squares = 0;
        for (float value : samples.values(0, rows)) {
            sum += value;
            squares += (double) value * value;
        }
        return squares / rows - (sum / rows) * (sum / rows);
    }
}
