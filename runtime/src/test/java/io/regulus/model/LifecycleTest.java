package io.regulus.model;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.testing.Failures.assertFails;

import io.regulus.data.Dataset;
import io.regulus.testing.Nets_FullModel;
import io.regulus.testing.Nets_ReshapedModel;
import io.regulus.testing.Nets_WiderModel;
import io.regulus.testing.Samples;
import io.regulus.testing.SavedState;
import io.regulus.train.Fit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LifecycleTest {
    private static final Dataset DATA = Samples.labelled(10, 6, 3, 1);

    @TempDir
    Path folder;

    @Test
    void closingTwiceIsHarmless() {
        Nets_FullModel model = Nets_FullModel.create();
        model.close();
        model.close();
    }

    @Test
    void aClosedModelRefusesEveryUse() throws IOException {
        Nets_FullModel model = Nets_FullModel.create();
        Weights weights = model.weights();
        Nets_FullModel.Hidden hidden = model.layers().hidden();
        Path saved = folder.resolve("saved");
        model.save(saved);
        byte[] before = Files.readAllBytes(saved.resolve("model.safetensors"));
        model.close();
        List<Executable> uses = new ArrayList<>(List.of(
                () -> model.fit(DATA, Fit.epochs(1).verbose(false)),
                () -> model.fit(DATA, Fit.epochs(1)),
                () -> model.trainOnBatch(DATA),
                () -> model.evaluate(DATA),
                () -> model.predict(DATA),
                () -> model.predict(Samples.rows(1, 6, 1)),
                () -> model.classify(Samples.rows(1, 6, 1)),
                model::weights,
                () -> model.setWeights(weights),
                () -> hidden.kernel().values(),
                () -> hidden.kernel().shape(),
                () -> hidden.kernel().set(new float[48]),
                model::learningRate,
                () -> model.setLearningRate(0.1),
                model::steps,
                model::summary,
                () -> model.save(saved),
                () -> model.save(folder.resolve("new")),
                () -> model.restore(saved),
                () -> model.exportSavedModel(folder.resolve("export"))));
        for (Executable use : uses) {
            assertFails(IllegalStateException.class, use, "io.regulus.testing.Nets.Full", "closed");
        }
        assertThat(Files.readAllBytes(saved.resolve("model.safetensors"))).isEqualTo(before);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.toList()).containsExactly(saved);
        }
    }

    @Test
    void weightsAreCopies() {
        try (Nets_FullModel model = Nets_FullModel.create()) {
            SavedState before = SavedState.of(model);
            Weights weights = model.weights();
            weights.get("hidden/kernel")[0] = 99;
            weights.shape("hidden/kernel")[0] = 99;
            model.layers().hidden().kernel().values()[0] = 99;
            Weights changed = weights.with("hidden/kernel", new float[48]);
            before.assertStateOf(model);
            assertThat(weights.get("hidden", "kernel")[0]).isNotEqualTo(99);
            model.setWeights(changed);
            assertThat(model.weights().get("hidden/kernel")).isEqualTo(new float[48]);
            model.setWeights(weights);
            before.assertStateOf(model);
        }
    }

    @Test
    void aParameterReadsAndReplacesItsValues() {
        try (Nets_FullModel model = Nets_FullModel.create()) {
            Parameter bias = model.layers().logits().bias();
            assertThat(bias.name()).isEqualTo("logits/bias");
            assertThat(bias.shape()).isEqualTo(new long[] {3});
            bias.set(1, 2, 3);
            assertThat(bias.values()).isEqualTo(new float[] {1, 2, 3});
            assertThat(model.weights().get("logits/bias")).isEqualTo(new float[] {1, 2, 3});
            assertFails(IllegalArgumentException.class, () -> bias.set(1, 2), "logits/bias", "[3]", "not 2");
        }
    }

    @Test
    void weightsThatDoNotFitAreRefusedAsAWhole() {
        try (Nets_FullModel model = Nets_FullModel.create();
                Nets_WiderModel wider = Nets_WiderModel.create();
                Nets_ReshapedModel reshaped = Nets_ReshapedModel.create()) {
            SavedState before = SavedState.of(model);
            Weights weights = model.weights();
            assertFails(
                    IllegalArgumentException.class,
                    () -> weights.with("head/kernel", 1),
                    "head/kernel",
                    "hidden/kernel");
            assertFails(IllegalArgumentException.class, () -> weights.with("logits/bias", 1), "logits/bias", "not 1");
            assertFails(
                    IllegalArgumentException.class, () -> weights.get("head/kernel"), "head/kernel", "hidden/kernel");
            // its biases would fit
            Weights tooWide = wider.weights().with("logits/bias", 7, 8, 9);
            assertFails(IllegalArgumentException.class, () -> model.setWeights(tooWide), "hidden/kernel", "[6, 8]");
            // as many values, in another shape
            assertFails(
                    IllegalArgumentException.class,
                    () -> model.setWeights(reshaped.weights()),
                    "hidden/kernel",
                    "[6, 8]",
                    "[8, 6]");
            assertFails(
                    IllegalArgumentException.class,
                    () -> wider.setWeights(reshaped.weights()),
                    "hidden/kernel",
                    "[6, 9]");
            before.assertStateOf(model);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void aLearningRateThatIsNoneIsRefused(double rate) {
        try (Nets_FullModel model = Nets_FullModel.create()) {
            assertFails(IllegalArgumentException.class, () -> model.setLearningRate(rate), "learning rate = " + rate);
            assertThat(model.learningRate()).isWithin(1e-8).of(0.01);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 257, 1000})
    void anyNumberOfRowsIsPredictedRowByRow(int rows) {
        try (Nets_FullModel model = Nets_FullModel.create()) {
            model.trainOnBatch(DATA);
            float[][] features = Samples.rows(rows, 6, 3);
            float[][] together = model.predict(features);
            int[] classes = model.classify(features);
            assertThat(together.length).isEqualTo(rows);
            for (int row = 0; row < rows; row++) {
                float[] alone = model.predict(new float[][] {features[row]})[0];
                float sum = 0;
                for (int i = 0; i < 3; i++) {
                    assertThat(together[row][i]).isWithin(1e-6f).of(alone[i]);
                    assertThat(alone[i]).isAtMost(alone[classes[row]]);
                    sum += alone[i];
                }
                assertThat(sum).isWithin(1e-5f).of(1);
            }
            Dataset labelled = Dataset.of(features, classes);
            assertThat(model.evaluate(labelled).metric("accuracy")).isEqualTo(1);
            double loss = 0;
            for (int row = 0; row < rows; row++) {
                loss -= Math.log(together[row][classes[row]]) / rows;
            }
            assertThat(model.evaluate(labelled).loss()).isWithin(1e-5).of(loss);
        }
    }
}
