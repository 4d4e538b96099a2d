package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.model.Weights;
import io.regulus.testing.Samples;
import org.junit.jupiter.api.Test;

/** Batch normalisation against its formula in doubles, for two channels; the layer behind it is the identity. */
class BatchNormTest {
    private static final double MOMENTUM = 0.8;
    private static final double EPSILON = 0.05;
    private static final float[] SCALE = {1.5f, -0.5f};
    private static final float[] SHIFT = {0.1f, 0.2f};

    /** Mean and sum of squared deviations of every second value, from a channel on. */
    private static double[] moments(float[] flat, int channel) {
        int n = flat.length / 2;
        double mean = 0;
        for (int i = 0; i < n; i++) {
            mean += flat[2 * i + channel] / (double) n;
        }
        double squares = 0;
        for (int i = 0; i < n; i++) {
            squares += Math.pow(flat[2 * i + channel] - mean, 2);
        }
        return new double[] {mean, squares};
    }

    private static void prepare(Model model) {
        Weights weights = model.weights();
        model.setWeights(weights.with("norm/scale", SCALE)
                .with("norm/shift", SHIFT)
                .with("out/kernel", 1, 0, 0, 1)
                .with("out/bias", 0, 0));
    }

    @Test
    void trainingNormalisesByTheBatchAndTheStatisticsFollow() {
        float[] x = Samples.normal(10, 3);
        float[] t = Samples.normal(10, 4);
        try (EffectModels_NormedModel model = EffectModels_NormedModel.create()) {
            prepare(model);
            double expected = 0;
            for (int i = 0; i < 10; i++) {
                double[] moments = moments(x, i % 2);
                double y = (x[i] - moments[0]) / Math.sqrt(moments[1] / 5 + EPSILON) * SCALE[i % 2] + SHIFT[i % 2];
                expected += Math.pow(y - t[i], 2) / 10;
            }
            Dataset batch = Dataset.ofFlat(x, 2).withValues(t, 2);
            assertThat(model.trainOnBatch(batch).loss()).isWithin(1e-5).of(expected);
            assertStatistics(model, x, 5);
            assertThat(model.evaluate(batch).loss()).isNotWithin(1e-3).of(expected);
        }
    }

    @Test
    void inferenceNormalisesByTheStatistics() {
        float[] x = {3, -4, 0.5f, 2};
        try (EffectModels_NormedModel model = EffectModels_NormedModel.create()) {
            prepare(model);
            model.setWeights(model.weights().with("norm/mean", 2, -1).with("norm/variance", 0.7f, 9));
            float[][] y = model.predict(Dataset.ofFlat(x, 2));
            assertThat(model.weights().get("norm/mean")).isEqualTo(new float[] {2, -1});
            double[] means = {2, -1};
            double[] variances = {0.7, 9};
            for (int i = 0; i < 4; i++) {
                int c = i % 2;
                double expected = (x[i] - means[c]) / Math.sqrt(variances[c] + EPSILON) * SCALE[c] + SHIFT[c];
                assertThat((double) y[i / 2][c]).isWithin(1e-5).of(expected);
            }
        }
    }

    @Test
    void unbiasedStatisticsDivideByOneLess() {
        float[] x = Samples.normal(10, 3);
        try (EffectModels_NormedUnbiasedModel model = EffectModels_NormedUnbiasedModel.create()) {
            model.trainOnBatch(Dataset.ofFlat(x, 2).withValues(new float[10], 2));
            assertStatistics(model, x, 4);
        }
    }

    @Test
    void imagesAreNormalisedOverTheirPlacesToo() {
        float[] x = Samples.normal(4 * 12, 3);
        try (EffectModels_NormedImagesModel model = EffectModels_NormedImagesModel.create()) {
            prepare(model);
            Dataset batch = Dataset.ofFlat(x, 12).withValues(new float[8], 2);
            double expected = 0;
            for (int row = 0; row < 4; row++) {
                for (int c = 0; c < 2; c++) {
                    double[] moments = moments(x, c);
                    double pooled = 0;
                    for (int place = 0; place < 6; place++) {
                        pooled += (x[row * 12 + place * 2 + c] - moments[0])
                                / Math.sqrt(moments[1] / 24 + EPSILON)
                                * SCALE[c]
                                / 6;
                    }
                    expected += Math.pow(pooled + SHIFT[c], 2) / 8;
                }
            }
            assertThat(model.trainOnBatch(batch).loss()).isWithin(1e-5).of(expected);
            assertStatistics(model, x, 24);
        }
    }

    @Test
    void oneRowHasNoVariance() {
        float[] x = {3, -4};
        for (Model model : new Model[] {EffectModels_NormedModel.create(), EffectModels_NormedUnbiasedModel.create()}) {
            try (model) {
                model.trainOnBatch(Dataset.ofFlat(x, 2).withValues(new float[2], 2));
                assertStatistics(model, x, 1);
            }
        }
    }

    private static void assertStatistics(Model model, float[] x, double divisor) {
        for (int c = 0; c < 2; c++) {
            double[] moments = moments(x, c);
            assertWithMessage("moving mean of channel " + c)
                    .that((double) model.weights().get("norm/mean")[c])
                    .isWithin(1e-6)
                    .of((1 - MOMENTUM) * moments[0]);
            assertWithMessage("moving variance of channel " + c)
                    .that((double) model.weights().get("norm/variance")[c])
                    .isWithin(1e-6)
                    .of(MOMENTUM + (1 - MOMENTUM) * moments[1] / divisor);
        }
    }
}
