package io.regulus.train;

/** Mean and deviation of what several passes say of the rows of a batch, value by value, in double precision (Welford, 1962). */
final class Spread {
    private final double[] mean;
    private final double[] squares;
    private int passes;

    Spread(int values) {
        mean = new double[values];
        squares = new double[values];
    }

    void add(float... values) {
        passes++;
        for (int i = 0; i < mean.length; i++) {
            double before = values[i] - mean[i];
            mean[i] += before / passes;
            squares[i] += before * (values[i] - mean[i]);
        }
    }

    float[] mean() {
        float[] means = new float[mean.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = (float) mean[i];
        }
        return means;
    }

    float[] deviation() {
        float[] deviations = new float[squares.length];
        for (int i = 0; i < deviations.length; i++) {
            deviations[i] = (float) Math.sqrt(squares[i] / passes);
        }
        return deviations;
    }
}
