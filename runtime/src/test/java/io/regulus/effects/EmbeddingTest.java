package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.testing.Failures.assertFails;

import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.model.Weights;
import io.regulus.testing.Samples;
import io.regulus.testing.SavedState;
import io.regulus.train.Fit;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an embedding looks up, and which ids it takes. */
class EmbeddingTest {
    @TempDir
    Path folder;

    private static Dataset ids(int[]... rows) {
        return Dataset.ofInts(rows).withValues(new float[rows.length], 1);
    }

    @Test
    void anIdGivesItsRow() {
        try (EmbeddingModels_LookUpModel model = EmbeddingModels_LookUpModel.create()) {
            float[] table = model.layers().rows().embedding().values();
            float[][] rows = model.predict(new int[][] {{6, 0, 6}, {1, 2, 3}});
            assertThat(rows[0])
                    .usingExactEquality()
                    .containsExactly(table[12], table[13], table[0], table[1], table[12], table[13])
                    .inOrder();
            assertThat(rows[1])
                    .usingExactEquality()
                    .containsExactly(table[2], table[3], table[4], table[5], table[6], table[7])
                    .inOrder();
        }
    }

    @Test
    void theTableIsDrawnAsKerasDrawsIt() {
        try (EmbeddingModels_LookUpModel model = EmbeddingModels_LookUpModel.create()) {
            assertThat(model.layers().rows().embedding().shape()).isEqualTo(new long[] {7, 2});
            float most = 0;
            for (float value : model.layers().rows().embedding().values()) {
                most = Math.max(most, Math.abs(value));
            }
            assertThat(most).isAtMost(0.05f);
            assertThat(most).isGreaterThan(0.03f);
        }
    }

    @Test
    void otherLayersReadTheIdsAsScaledFloats() {
        try (EmbeddingModels_BothModel model = EmbeddingModels_BothModel.create()) {
            Weights weights = model.weights();
            weights = weights.with("rows/embedding", new float[14])
                    .with("numbers/kernel", Samples.normal(6, 1))
                    .with("out/kernel", Samples.normal(8, 2));
            model.setWeights(weights);
            float[] kernel = weights.get("numbers/kernel");
            float[] out = weights.get("out/kernel");
            int[] ids = {2, 0, 5};
            double expected = 0;
            for (int unit = 0; unit < 2; unit++) {
                double sum = 0;
                for (int i = 0; i < 3; i++) {
                    sum += 0.5 * ids[i] * kernel[2 * i + unit];
                }
                expected += Math.tanh(sum) * out[6 + unit];
            }
            assertThat(model.predict(new int[][] {ids})[0]).isWithin(1e-5f).of((float) expected);
        }
    }

    @Test
    void anIdOutsideTheVocabularyIsNamedWithItsPlace() {
        String[] high = {"id 7 in row 1 at position 2", "io.regulus.effects.EmbeddingModels.LookUp", "ids 0 to 6"};
        try (EmbeddingModels_LookUpModel model = EmbeddingModels_LookUpModel.create()) {
            Dataset wrong = Dataset.ofInts(new int[][] {{0, 1, 2}, {3, 4, 7}}).withValues(new float[12], 6);
            SavedState before = SavedState.of(model);
            assertFails(
                    IllegalArgumentException.class,
                    () -> model.fit(wrong, Fit.epochs(1).verbose(false)),
                    high);
            assertFails(IllegalArgumentException.class, () -> model.trainOnBatch(wrong), high);
            assertFails(IllegalArgumentException.class, () -> model.evaluate(wrong), high);
            assertFails(
                    IllegalArgumentException.class,
                    () -> model.predict(new int[][] {{0, -1, 2}}),
                    "id -1 in row 0 at position 1",
                    "ids 0 to 6");
            before.assertStateOf(model);
            // rows are counted within the part that was given
            assertFails(
                    IllegalArgumentException.class,
                    () -> model.predict(wrong.range(1, 2)),
                    "id 7 in row 0 at position 2");
        }
    }

    @Test
    void theSmallestVocabularyOfAnInputCounts() {
        try (Model model = EmbeddingModels_TwoTablesModel.create()) {
            assertFails(
                    IllegalArgumentException.class, () -> model.trainOnBatch(ids(new int[] {4, 5, 0})), "ids 0 to 4");
            model.trainOnBatch(ids(new int[] {4, 4, 0}));
        }
    }

    @Test
    void aSavedModelLooksUpTheSame() {
        int[][] rows = {{6, 0, 1}, {1, 2, 3}};
        try (EmbeddingModels_LookUpModel model = EmbeddingModels_LookUpModel.create()) {
            model.save(folder);
            try (EmbeddingModels_LookUpModel loaded = EmbeddingModels_LookUpModel.load(folder)) {
                assertThat(loaded.predict(rows)).isEqualTo(model.predict(rows));
            }
        }
    }
}
