package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static io.regulus.testing.Values.squares;

import io.regulus.data.Dataset;
import io.regulus.engine.Settings;
import io.regulus.model.Model;
import io.regulus.model.Weights;
import io.regulus.testing.Samples;
import org.junit.jupiter.api.Test;

/** Positions, dropout within attention, and first draws. */
class AttentionEffectsTest {
    @Test
    void wavesAreAddedStepByStep() {
        try (AttentionEffectModels_WavesModel model = AttentionEffectModels_WavesModel.create()) {
            assertWaves(model, 100);
        }
        AttentionEffectModels_WavesHyperparameters longer =
                AttentionEffectModels_WavesHyperparameters.defaults().withTold(told -> told.withMaxWavelength(1000));
        try (AttentionEffectModels_WavesModel model = AttentionEffectModels_WavesModel.create(longer)) {
            assertWaves(model, 1000);
        }
    }

    private static void assertWaves(AttentionEffectModels_WavesModel model, double maxWavelength) {
        float[] identity = new float[225];
        for (int i = 0; i < 15; i++) {
            identity[16 * i] = 1;
        }
        model.setWeights(model.weights().with("out/kernel", identity));
        float[] x = Samples.normal(15, 1);
        float[] y = model.predict(Dataset.ofFlat(x, 15))[0];
        for (int step = 0; step < 3; step++) {
            for (int i = 0; i < 5; i++) {
                double angle = step / Math.pow(maxWavelength, 2 * (i / 2) / 5.0);
                double wave = i == 1 || i == 3 ? Math.cos(angle) : Math.sin(angle);
                assertThat((double) y[step * 5 + i]).isWithin(1e-5).of(x[step * 5 + i] + wave);
            }
        }
    }

    @Test
    void weightsOfAttentionAreDroppedInTrainingOnly() {
        Dataset batch = Samples.labelled(16, 24, 3, 1);
        AttentionEffectModels_DroppedHyperparameters kept = AttentionEffectModels_DroppedHyperparameters.defaults()
                .withAttention(attention -> attention.withAttentionDropout(0));
        try (AttentionEffectModels_DroppedModel dropped = AttentionEffectModels_DroppedModel.create();
                AttentionEffectModels_DroppedModel all = AttentionEffectModels_DroppedModel.create(kept)) {
            assertThat(dropped.predict(batch)).isEqualTo(all.predict(batch));
            float loss = (float) all.evaluate(batch).loss();
            assertThat((float) all.trainOnBatch(batch).loss()).isWithin(1e-6f).of(loss);
            assertThat((float) dropped.trainOnBatch(batch).loss())
                    .isNotWithin(1e-4f)
                    .of(loss);
        }
    }

    @Test
    void weightsOfAdditiveAttentionAreDroppedInTrainingOnly() {
        Dataset batch = Samples.labelled(16, 24, 3, 1);
        AttentionEffectModels_DroppedAdditiveHyperparameters kept =
                AttentionEffectModels_DroppedAdditiveHyperparameters.defaults()
                        .withAttention(attention -> attention.withAttentionDropout(0));
        try (AttentionEffectModels_DroppedAdditiveModel dropped = AttentionEffectModels_DroppedAdditiveModel.create();
                AttentionEffectModels_DroppedAdditiveModel all =
                        AttentionEffectModels_DroppedAdditiveModel.create(kept)) {
            assertThat(dropped.predict(batch)).isEqualTo(all.predict(batch));
            float loss = (float) all.evaluate(batch).loss();
            assertThat((float) dropped.trainOnBatch(batch).loss())
                    .isNotWithin(1e-4f)
                    .of(loss);
        }
    }

    /** Keras's glorot_uniform of a vector of 6: uniform within sqrt(6 / 12), whose variance is 1 / 6. */
    @Test
    void theScaleOfAdditiveAttentionIsDrawn() {
        int seeds = 200;
        double sum = 0;
        double squares = 0;
        for (int seed = 1; seed <= seeds; seed++) {
            try (Model model = AttentionEffectModels_DroppedAdditiveModel.create(
                    Settings.defaults().withSeed(seed))) {
                for (float weight : model.weights().get("attention/score_scale")) {
                    assertThat(Math.abs(weight)).isAtMost((float) Math.sqrt(0.5));
                    sum += weight;
                    squares += (double) weight * weight;
                }
            }
        }
        int draws = 6 * seeds;
        // four standard errors: sqrt(1/6 / n), and sqrt((1/20 - 1/36) / n) of the squares
        assertThat(sum / draws).isWithin(4 * Math.sqrt(1 / 6.0 / draws)).of(0);
        assertThat(squares / draws)
                .isWithin(4 * Math.sqrt((1 / 20.0 - 1 / 36.0) / draws))
                .of(1 / 6.0);
    }

    @Test
    void anEqualRunIsEqual() {
        Dataset batch = Samples.labelled(16, 24, 3, 1);
        try (AttentionEffectModels_DroppedModel one = AttentionEffectModels_DroppedModel.create();
                AttentionEffectModels_DroppedModel other = AttentionEffectModels_DroppedModel.create()) {
            for (int step = 0; step < 5; step++) {
                assertThat(one.trainOnBatch(batch)).isEqualTo(other.trainOnBatch(batch));
            }
            for (String name : one.weights().names()) {
                assertThat(one.weights().get(name)).isEqualTo(other.weights().get(name));
            }
        }
    }

    @Test
    void kernelsAndPositionsAreDrawnAsTheirFieldSays() {
        try (AttentionEffectModels_DrawnModel model = AttentionEffectModels_DrawnModel.create()) {
            Weights weights = model.weights();
            assertThat(weights.names())
                    .containsAtLeast(
                            "told/positions",
                            "attention/query_kernel",
                            "attention/query_bias",
                            "attention/key_kernel",
                            "attention/key_bias",
                            "attention/value_kernel",
                            "attention/value_bias",
                            "attention/output_kernel",
                            "attention/output_bias")
                    .inOrder();
            assertVariance(weights, "told/positions", 1.0 / 50);
            assertVariance(weights, "attention/query_kernel", 2.0 / 100);
            assertVariance(weights, "attention/output_kernel", 2.0 / 200);
            assertVariance(weights, "byDefault/positions", 2.0 / 150);
            assertThat(weights.get("attention/value_bias")).isEqualTo(new float[200]);
            assertThat(model.layers().attention().queryKernel().shape()).isEqualTo(new long[] {100, 200});
        }
    }

    private static void assertVariance(Weights weights, String name, double variance) {
        float[] values = weights.get(name);
        assertWithMessage("variance of " + name)
                .that(squares(values) / values.length)
                .isWithin(0.08 * variance)
                .of(variance);
    }

    @Test
    void thePaddingOfAnEmbeddingIsNotSeen() {
        Dataset words = Dataset.ofInts(new int[][] {{3, 1, 0, 0}, {2, 5, 4, 0}, {0, 0, 0, 0}});
        try (AttentionEffectModels_PaddedModel model = AttentionEffectModels_PaddedModel.create()) {
            float[][] before = model.predict(words);
            float[] table = model.weights().get("told/embedding");
            for (int i = 0; i < 4; i++) {
                table[i] += i + 1;
            }
            model.setWeights(model.weights().with("told/embedding", table));
            float[][] after = model.predict(words);
            assertThat(after[0]).isEqualTo(before[0]);
            assertThat(after[1]).isEqualTo(before[1]);
            // nothing but padding: finite, and of no meaning
            for (float value : after[2]) {
                assertThat(value).isFinite();
            }
            table[4]++;
            model.setWeights(model.weights().with("told/embedding", table));
            assertThat(model.predict(words)[0]).isNotEqualTo(before[0]);
            assertThat(model.predict(words)[1]).isEqualTo(before[1]);
        }
    }

    @Test
    void aBlockDropsInTrainingOnlyAndEqualRunsAreEqual() {
        Dataset batch = Samples.labelled(16, 24, 3, 1);
        AttentionEffectModels_DroppedBlockHyperparameters kept =
                AttentionEffectModels_DroppedBlockHyperparameters.defaults()
                        .withBlock(block -> block.withBlockDropout(0));
        try (AttentionEffectModels_DroppedBlockModel one = AttentionEffectModels_DroppedBlockModel.create();
                AttentionEffectModels_DroppedBlockModel other = AttentionEffectModels_DroppedBlockModel.create();
                AttentionEffectModels_DroppedBlockModel all = AttentionEffectModels_DroppedBlockModel.create(kept)) {
            assertThat(one.predict(batch)).isEqualTo(all.predict(batch));
            float loss = (float) all.evaluate(batch).loss();
            assertThat((float) all.trainOnBatch(batch).loss()).isWithin(1e-6f).of(loss);
            float dropped = (float) one.trainOnBatch(batch).loss();
            assertThat(dropped).isNotWithin(1e-4f).of(loss);
            assertThat((float) other.trainOnBatch(batch).loss()).isEqualTo(dropped);
            for (int step = 0; step < 4; step++) {
                assertThat(one.trainOnBatch(batch)).isEqualTo(other.trainOnBatch(batch));
            }
            for (String name : one.weights().names()) {
                assertThat(one.weights().get(name)).isEqualTo(other.weights().get(name));
            }
        }
    }

    @Test
    void theEpsilonOfABlockReachesItsNorms() {
        Dataset batch = Samples.labelled(16, 24, 3, 1);
        AttentionEffectModels_DroppedBlockHyperparameters larger =
                AttentionEffectModels_DroppedBlockHyperparameters.defaults()
                        .withBlock(block -> block.withBlockEpsilon(10));
        try (AttentionEffectModels_DroppedBlockModel model = AttentionEffectModels_DroppedBlockModel.create();
                AttentionEffectModels_DroppedBlockModel flatter =
                        AttentionEffectModels_DroppedBlockModel.create(larger)) {
            assertThat((float) flatter.evaluate(batch).loss())
                    .isNotWithin(1e-3f)
                    .of((float) model.evaluate(batch).loss());
        }
    }

    /** The head reads the first word's step alone, whose output must not depend on the row of the padding. */
    @Test
    void thePaddingOfAnEmbeddingIsNotSeenByBlocks() {
        Dataset words = Dataset.ofInts(new int[][] {{3, 1, 0, 0}, {2, 5, 4, 0}});
        try (AttentionEffectModels_PaddedBlockModel model = AttentionEffectModels_PaddedBlockModel.create()) {
            float[] head = model.weights().get("logits/kernel");
            for (int i = 4 * 3; i < head.length; i++) {
                head[i] = 0;
            }
            float[] table = model.weights().get("told/embedding");
            model.setWeights(model.weights().with("logits/kernel", head));
            float[][] before = model.predict(words);
            for (int i = 0; i < 4; i++) {
                table[i] += i + 1;
            }
            model.setWeights(model.weights().with("told/embedding", table));
            assertThat(model.predict(words)).isEqualTo(before);
            for (int i = 4; i < 8; i++) {
                table[i] += i;
            }
            model.setWeights(model.weights().with("told/embedding", table));
            assertThat(model.predict(words)[0]).isNotEqualTo(before[0]);
            assertThat(model.predict(words)[1]).isEqualTo(before[1]);
        }
    }
}
