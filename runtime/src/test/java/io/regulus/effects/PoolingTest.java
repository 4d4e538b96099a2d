package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.model.Weights;
import io.regulus.testing.Samples;
import io.regulus.testing.SavedState;
import io.regulus.train.BatchResult;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A ReLU that runs after the max pooling it is written before changes no bit. */
class PoolingTest {
    private static void assertSameSteps(Dataset data, float biasOfTheFirstFilter) {
        try (EffectModels_PooledModel moved = EffectModels_PooledModel.create();
                EffectModels_PooledApartModel apart = EffectModels_PooledApartModel.create()) {
            assertThat(moved.summary()).contains("conv2d 2x2, max pool 3x3, relu");
            assertThat(apart.summary()).doesNotContain("max pool 3x3, relu");
            startWith(moved, biasOfTheFirstFilter);
            startWith(apart, biasOfTheFirstFilter);
            SavedState start = SavedState.of(apart);
            start.assertStateOf(moved);
            for (int step = 1; step <= 5; step++) {
                BatchResult expected = apart.trainOnBatch(data);
                assertWithMessage("step " + step)
                        .that(moved.trainOnBatch(data).loss())
                        .isEqualTo(expected.loss());
                SavedState.of(apart).assertStateOf(moved);
            }
            assertThat(SavedState.of(apart).bits().get("conv/kernel"))
                    .isNotEqualTo(start.bits().get("conv/kernel"));
            assertThat(moved.predict(data)).isEqualTo(apart.predict(data));
        }
    }

    private static void startWith(Model model, float biasOfTheFirstFilter) {
        Weights weights = model.weights();
        model.setWeights(weights.with("conv/bias", new float[] {biasOfTheFirstFilter, 0, 0, 0}));
    }

    @Test
    void onImagesOfAnyNumbers() {
        assertSameSteps(Samples.valued(16, 49, 2, 1), 0);
    }

    @Test
    void onWindowsOfWhichEveryValueIsNegative() {
        assertSameSteps(Samples.valued(16, 49, 2, 1), -100);
    }

    @Test
    void onWindowsWithSeveralLargestValues() {
        Random random = new Random(3);
        float[] images = new float[16 * 49];
        for (int i = 0; i < images.length; i++) {
            images[i] = random.nextInt(4) == 0 ? 1 : 0;
        }
        assertSameSteps(Dataset.ofFlat(images, 49).withValues(Samples.normal(32, 2), 2), 0);
    }
}
