package io.regulus.ops;

/** What is known of a sample of numbers. */
record Moments(double mean, double variance, double kurtosis, double min, double max) {
    static Moments of(float... values) {
        double sum = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (float value : values) {
            sum += value;
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        double mean = sum / values.length;
        double second = 0;
        double fourth = 0;
        for (float value : values) {
            double square = (value - mean) * (value - mean);
            second += square / values.length;
            fourth += square * square / values.length;
        }
        return new Moments(mean, second, fourth / (second * second), min, max);
    }

    /** Correlation of two samples of one length. */
    static double correlation(float[] a, float[] b) {
        Moments ma = of(a);
        Moments mb = of(b);
        double product = 0;
        for (int i = 0; i < a.length; i++) {
            product += (a[i] - ma.mean) * (b[i] - mb.mean) / a.length;
        }
        return product / Math.sqrt(ma.variance * mb.variance);
    }
}
