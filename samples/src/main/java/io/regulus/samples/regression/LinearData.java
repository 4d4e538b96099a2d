package io.regulus.samples.regression;

import io.regulus.data.Dataset;
import java.util.Random;

/** Rows of a linear law: features from N(-1, 1), target = weights * features + 0.6 + noise from N(-0.01, 0.01). */
final class LinearData {
    private static final double[] WEIGHTS = {-0.1, -0.2, -0.3, -0.4, -0.5, -1, 1, 0.5, 0.4, 0.3, 0.2, 0.1};
    private static final double BIAS = 0.6;
    private static final double FEATURE_MEAN = -1;
    private static final double NOISE_MEAN = -0.01;
    private static final double NOISE_DEVIATION = 0.01;

    private LinearData() {}

    /**
     * Draws rows.
     *
     * @param seed the same seed draws the same rows, and fewer rows are the first of more
     */
    static Dataset draw(int rows, long seed) {
        Random random = new Random(seed);
        float[][] features = new float[rows][WEIGHTS.length];
        float[] targets = new float[rows];
        for (int row = 0; row < rows; row++) {
            double target = BIAS + NOISE_MEAN + NOISE_DEVIATION * random.nextGaussian();
            for (int i = 0; i < WEIGHTS.length; i++) {
                double feature = FEATURE_MEAN + random.nextGaussian();
                features[row][i] = (float) feature;
                target += WEIGHTS[i] * feature;
            }
            targets[row] = (float) target;
        }
        return Dataset.of(features, targets);
    }
}
