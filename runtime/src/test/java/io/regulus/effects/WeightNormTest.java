package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.data.Dataset;
import io.regulus.model.Weights;
import io.regulus.testing.Samples;
import org.junit.jupiter.api.Test;

/** A weight norm holds a kernel as direction and length. */
class WeightNormTest {
    @Test
    void itStartsAsTheLayerWithout() {
        float[][] rows = Samples.rows(5, 4, 3);
        try (NoiseModels_WeightedModel normed = NoiseModels_WeightedModel.create();
                NoiseModels_PlainModel plain = NoiseModels_PlainModel.create()) {
            Weights weights = normed.weights();
            assertThat(weights.names()).containsExactly("out/kernel", "out/gain", "out/bias");
            assertThat(weights.get("out/kernel")).isEqualTo(plain.weights().get("out/kernel"));
            float[][] y = normed.predict(rows);
            float[][] expected = plain.predict(rows);
            for (int row = 0; row < rows.length; row++) {
                assertThat(y[row])
                        .usingTolerance(1e-5)
                        .containsExactly(expected[row])
                        .inOrder();
            }
        }
    }

    @Test
    void onlyTheDirectionOfTheKernelCounts() {
        float[][] row = {{1, 0, 0, 2}};
        float[] kernel = {3, 0, 1, 0, 5, 1, 4, 0, 1, 0, 0, 1};
        try (NoiseModels_WeightedModel model = NoiseModels_WeightedModel.create()) {
            model.setWeights(model.weights()
                    .with("out/kernel", kernel)
                    .with("out/gain", 10, 2, -4)
                    .with("out/bias", 0, 0, 1));
            // units [3, 0, 4, 0], [0, 5, 0, 0], [1, 1, 1, 1], of lengths 5, 5, 2
            assertThat(model.predict(row)[0])
                    .usingTolerance(1e-5)
                    .containsExactly(6, 0, -5)
                    .inOrder();
        }
    }

    /** A unit of zeros has no direction: it gives its bias, and a step takes it along the gradient of its gain times x. */
    @Test
    void aUnitOfZerosGivesNothingAndLearns() {
        float[][] row = {{1, 0, 0, 2}};
        float[] kernel = {3, 0, 1, 0, 0, 1, 4, 0, 1, 0, 0, 1};
        try (NoiseModels_WeightedModel model = NoiseModels_WeightedModel.create()) {
            model.setWeights(model.weights()
                    .with("out/kernel", kernel)
                    .with("out/gain", 10, 2, -4)
                    .with("out/bias", 0, 0.5f, 1));
            assertThat(model.predict(row)[0])
                    .usingTolerance(1e-5)
                    .containsExactly(6, 0.5, -5)
                    .inOrder();
            // of the mean of three squared errors the slope by the output is 2 / 3 * (0.5 - 3.5) = -2, by the kernel 2
            // * -2 * x
            model.trainOnBatch(Dataset.of(row, new float[][] {{6, 3.5f, -5}}));
            float rate = (float) model.learningRate();
            assertThat(unit(model.weights().get("out/kernel"), 1))
                    .usingTolerance(1e-5)
                    .containsExactly(4 * rate, 0, 0, 8 * rate)
                    .inOrder();
            assertThat(model.weights().get("out/gain")[1]).isEqualTo(2);
            assertThat(unit(model.weights().get("out/kernel"), 0)).isEqualTo(new float[] {3, 0, 4, 0});
        }
    }

    private static float[] unit(float[] kernel, int unit) {
        return new float[] {kernel[unit], kernel[3 + unit], kernel[6 + unit], kernel[9 + unit]};
    }
}
