package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.model.Weights;
import io.regulus.testing.Samples;
import java.util.Arrays;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** The norms against their formulas in doubles; the layer behind each is the identity. */
class NormTest {
    private static final double EPSILON = 0.05;
    private static final double MOMENTUM = 0.8;

    /** Mean and biased variance of the values at some places. */
    private static double[] moments(float[] values, IntPredicate isIn) {
        double mean = 0;
        int n = 0;
        for (int i = 0; i < values.length; i++) {
            if (isIn.test(i)) {
                mean += values[i];
                n++;
            }
        }
        mean /= n;
        double variance = 0;
        for (int i = 0; i < values.length; i++) {
            variance += isIn.test(i) ? Math.pow(values[i] - mean, 2) / n : 0;
        }
        return new double[] {mean, variance};
    }

    /** Gives the norm random scales and shifts and makes the layer behind it the identity. */
    private static void prepare(Model model, int width) {
        Weights weights = model.weights();
        weights = weights.with("norm/scale", Samples.normal(weights.get("norm/scale").length, 7));
        if (weights.names().contains("norm/shift")) {
            weights = weights.with("norm/shift", Samples.normal(weights.get("norm/shift").length, 8));
        }
        float[] identity = new float[width * width];
        for (int i = 0; i < width; i++) {
            identity[i * width + i] = 1;
        }
        model.setWeights(weights.with("out/kernel", identity).with("out/bias", new float[width]));
    }

    private static double scaled(Model model, double normed, int channel) {
        Weights weights = model.weights();
        double shift = weights.names().contains("norm/shift") ? weights.get("norm/shift")[channel] : 0;
        return weights.get("norm/scale")[channel] * normed + shift;
    }

    /** What a norm makes of the i-th of the values of all rows, before scale and shift. */
    private interface Formula {
        double normed(float[] values, int i);
    }

    /** Inference gives the formula, whatever the batch, and so does the loss of a training step. */
    private static void assertFormula(Model model, int width, int channels, float offset, Formula formula) {
        int rows = 3;
        float[] x = Samples.normal(rows * width, 3);
        for (int i = 0; i < x.length; i++) {
            x[i] = x[i] * (1 + i % 3) + offset;
        }
        try (model) {
            prepare(model, width);
            double[] expected = new double[x.length];
            double squares = 0;
            for (int i = 0; i < x.length; i++) {
                expected[i] = scaled(model, formula.normed(x, i), i % channels);
                squares += expected[i] * expected[i] / x.length;
            }
            for (int row = 0; row < rows; row++) {
                float[] y = predict(model, Arrays.copyOfRange(x, row * width, (row + 1) * width));
                for (int i = 0; i < width; i++) {
                    assertWithMessage("value " + i + " of row " + row)
                            .that((double) y[i])
                            .isWithin(2e-5)
                            .of(expected[row * width + i]);
                }
            }
            Dataset batch = Dataset.ofFlat(x, width).withValues(new float[x.length], width);
            assertThat(model.trainOnBatch(batch).loss())
                    .isWithin(1e-5 * squares)
                    .of(squares);
        }
    }

    private static float[] predict(Model model, float[] row) {
        Dataset rows = Dataset.ofFlat(row, row.length);
        if (model instanceof NormModels_LayerRowsModel layer) {
            return layer.predict(rows)[0];
        }
        if (model instanceof NormModels_LayerImagesModel images) {
            return images.predict(rows)[0];
        }
        if (model instanceof NormModels_RmsRowsModel rms) {
            return rms.predict(rows)[0];
        }
        if (model instanceof NormModels_InstanceImagesModel instance) {
            return instance.predict(rows)[0];
        }
        return ((NormModels_GroupImagesModel) model).predict(rows)[0];
    }

    private static double standardised(float[] x, int i, IntPredicate isIn) {
        double[] moments = moments(x, isIn);
        return (x[i] - moments[0]) / Math.sqrt(moments[1] + EPSILON);
    }

    @Test
    void layerNormIsOverTheFeaturesOfARow() {
        assertFormula(NormModels_LayerRowsModel.create(), 4, 4, 0, (x, i) -> standardised(x, i, j -> j / 4 == i / 4));
    }

    @Test
    void layerNormKeepsItsDigitsWhereTheMeanIsLarge() {
        assertFormula(NormModels_LayerRowsModel.create(), 4, 4, 64, (x, i) -> standardised(x, i, j -> j / 4 == i / 4));
    }

    @Test
    void layerNormIsOverTheChannelsOfEachPixel() {
        assertFormula(
                NormModels_LayerImagesModel.create(), 12, 2, 0, (x, i) -> standardised(x, i, j -> j / 2 == i / 2));
    }

    @Test
    void groupNormIsOverThePlacesAndTheChannelsOfAGroup() {
        assertFormula(
                NormModels_GroupImagesModel.create(),
                16,
                4,
                5,
                (x, i) -> standardised(x, i, j -> j / 16 == i / 16 && j % 4 / 2 == i % 4 / 2));
    }

    @Test
    void instanceNormIsOverThePlacesOfEachChannel() {
        assertFormula(
                NormModels_InstanceImagesModel.create(),
                12,
                2,
                5,
                (x, i) -> standardised(x, i, j -> j / 12 == i / 12 && j % 2 == i % 2));
    }

    @Test
    void rmsNormTakesNoMeanAway() {
        assertFormula(NormModels_RmsRowsModel.create(), 4, 4, 2, (x, i) -> {
            double[] moments = moments(x, j -> j / 4 == i / 4);
            return x[i] / Math.sqrt(moments[1] + moments[0] * moments[0] + EPSILON);
        });
    }

    @Test
    void batchNormOfSequencesIsOverRowsAndSteps() {
        float[] x = Samples.normal(5 * 6, 3);
        try (NormModels_BatchStepsModel model = NormModels_BatchStepsModel.create()) {
            prepare(model, 6);
            double squares = 0;
            for (int i = 0; i < x.length; i++) {
                int channel = i % 2;
                double y = scaled(model, standardised(x, i, j -> j % 2 == channel), channel);
                squares += y * y / x.length;
            }
            Dataset batch = Dataset.ofFlat(x, 6).withValues(new float[x.length], 6);
            assertThat(model.trainOnBatch(batch).loss())
                    .isWithin(1e-5 * squares)
                    .of(squares);
            assertStatistics(model, x, 1);

            float[] y = model.predict(Dataset.ofFlat(x, 6))[1];
            for (int i = 0; i < 6; i++) {
                int channel = i % 2;
                double mean = model.weights().get("norm/mean")[channel];
                double variance = model.weights().get("norm/variance")[channel];
                double expected = scaled(model, (x[6 + i] - mean) / Math.sqrt(variance + EPSILON), channel);
                assertThat((double) y[i]).isWithin(1e-5).of(expected);
            }
        }
    }

    @Test
    void unbiasedStatisticsOfSequencesCountRowsAndSteps() {
        float[] x = Samples.normal(5 * 6, 3);
        try (NormModels_BatchStepsUnbiasedModel model = NormModels_BatchStepsUnbiasedModel.create()) {
            model.trainOnBatch(Dataset.ofFlat(x, 6).withValues(new float[x.length], 6));
            assertStatistics(model, x, 15 / 14.0);
        }
    }

    private static void assertStatistics(Model model, float[] x, double factor) {
        for (int channel = 0; channel < 2; channel++) {
            int c = channel;
            double[] moments = moments(x, j -> j % 2 == c);
            assertThat((double) model.weights().get("norm/mean")[c])
                    .isWithin(1e-6)
                    .of((1 - MOMENTUM) * moments[0]);
            assertThat((double) model.weights().get("norm/variance")[c])
                    .isWithin(1e-6)
                    .of(MOMENTUM + (1 - MOMENTUM) * moments[1] * factor);
        }
    }

    @Test
    void onlyAShiftStandsInForTheBias() {
        try (Model model = NormModels_BiasesModel.create()) {
            assertThat(model.weights().names())
                    .containsExactly(
                            "layer/kernel",
                            "layer/scale",
                            "layer/shift",
                            "group/kernel",
                            "group/scale",
                            "group/shift",
                            "rms/kernel",
                            "rms/bias",
                            "rms/scale",
                            "asked/kernel",
                            "asked/bias",
                            "asked/scale",
                            "asked/shift",
                            "out/kernel",
                            "out/bias");
        }
    }
}
