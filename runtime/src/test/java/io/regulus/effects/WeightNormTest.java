package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;

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
}
