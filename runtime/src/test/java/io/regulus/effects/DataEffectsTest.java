package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.data.Dataset;
import io.regulus.engine.Settings;
import io.regulus.model.Model;
import io.regulus.testing.Samples;
import io.regulus.testing.SavedState;
import io.regulus.train.Fit;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to inputs, in whole models: off in inference, repeatable, changed by its numbers. */
class DataEffectsTest {
    private static final Dataset ROWS = Samples.labelled(64, 3, 3, 5);
    private static final Dataset IMAGES = Samples.labelled(48, 36, 3, 5);

    @TempDir
    Path folder;

    private static Fit fit(int epochs) {
        return Fit.epochs(epochs).batchSize(16).verbose(false);
    }

    @Test
    void nothingIsMixedInEvaluationAndPrediction() {
        try (Model plain = DataModels_PlainModel.create();
                Model mixed = DataModels_MixedModel.create()) {
            assertThat(mixed.predictions(ROWS)).isEqualTo(plain.predictions(ROWS));
            assertThat(mixed.evaluate(ROWS).loss())
                    .isEqualTo(plain.evaluate(ROWS).loss());
            double first = mixed.trainOnBatch(ROWS).loss();
            assertThat(first).isNotEqualTo(plain.trainOnBatch(ROWS).loss());
        }
    }

    @Test
    void anAlphaOfZeroIsNoMixing() {
        try (Model plain = DataModels_PlainModel.create();
                Model off = DataModels_MixedModel.create(
                        DataModels_MixedHyperparameters.defaults().withMixUp(mix -> mix.withAlpha(0)));
                Model other = DataModels_MixedModel.create(
                        DataModels_MixedHyperparameters.defaults().withMixUp(mix -> mix.withAlpha(4)));
                Model mixed = DataModels_MixedModel.create()) {
            double loss = plain.trainOnBatch(ROWS).loss();
            assertThat(off.trainOnBatch(ROWS).loss()).isEqualTo(loss);
            double byDefault = mixed.trainOnBatch(ROWS).loss();
            assertThat(byDefault).isNotEqualTo(loss);
            assertThat(other.trainOnBatch(ROWS).loss()).isNotEqualTo(byDefault);
        }
    }

    @Test
    void runsWithTheSameSeedAreTheSameBitForBit() {
        try (Model one = DataModels_EverythingModel.create();
                Model again = DataModels_EverythingModel.create();
                Model otherSeed =
                        DataModels_EverythingModel.create(Settings.defaults().withSeed(2))) {
            one.fit(IMAGES, fit(2));
            again.fit(IMAGES, fit(2));
            otherSeed.fit(IMAGES, fit(2));
            SavedState.of(one).assertStateOf(again);
            assertThat(otherSeed.weights().get("logits/kernel"))
                    .isNotEqualTo(one.weights().get("logits/kernel"));
        }
    }

    @Test
    void aResumedRunDrawsWhatTheWholeOneDraws() {
        try (DataModels_EverythingModel whole = DataModels_EverythingModel.create();
                DataModels_EverythingModel first = DataModels_EverythingModel.create()) {
            whole.fit(IMAGES, fit(2));
            first.fit(IMAGES, fit(1));
            first.save(folder);
            try (DataModels_EverythingModel resumed = DataModels_EverythingModel.load(folder)) {
                resumed.fit(IMAGES, fit(2).initialEpoch(1));
                SavedState.of(whole).assertStateOf(resumed);
            }
        }
    }

    @Test
    void everyStepDrawsAnew() {
        try (Model model = DataModels_EverythingModel.create()) {
            model.adapt(IMAGES);
            model.setLearningRate(1e-30);
            double first = model.trainOnBatch(IMAGES).loss();
            assertThat(model.trainOnBatch(IMAGES).loss()).isNotEqualTo(first);
        }
    }

    @Test
    void inferenceSeesImagesAsTheyAre() {
        try (Model model = DataModels_EverythingModel.create();
                Model unchanged = DataModels_UnchangedModel.create()) {
            assertSeenAlike(model, unchanged, IMAGES);
        }
        try (Model model = DataModels_ColouredModel.create();
                Model unchanged = DataModels_UncolouredModel.create()) {
            assertSeenAlike(model, unchanged, Samples.labelled(16, 36, 3, 2));
        }
    }

    private static void assertSeenAlike(Model model, Model unchanged, Dataset images) {
        model.adapt(images);
        unchanged.setWeights(model.weights());
        assertThat(model.predictions(images)).isEqualTo(unchanged.predictions(images));
        assertThat(model.evaluate(images)).isEqualTo(unchanged.evaluate(images));
        assertThat(model.trainOnBatch(images).loss())
                .isNotEqualTo(unchanged.trainOnBatch(images).loss());
    }

    @Test
    void theSummarySaysWhatHappensToTheInput() {
        try (Model model = DataModels_EverythingModel.create()) {
            assertThat(model.summary())
                    .contains(
                            "standardised, random flip, random crop, random rotation, random brightness, random contrast, cutout, mixup");
            assertThat(model.summary()).contains("deviation");
            assertThat(firstCells(model)).containsAtLeast("image", "block", "logits");
            assertThat(firstCells(model)).containsNoDuplicates();
            assertThat(firstCells(model)).doesNotContain("input");
        }
        try (Model model = DataModels_ColouredModel.create()) {
            assertThat(model.summary())
                    .contains(
                            "trivial augment, random hue, random saturation, standardised, random translation, random erasing");
        }
        try (Model model = DataModels_MixedModel.create()) {
            assertThat(model.summary()).contains("trained with mixUp(alpha = 0.2)");
        }
    }

    /** What stands first in the lines that name a layer or an input. */
    private static List<String> firstCells(Model model) {
        return model.summary()
                .lines()
                .filter(line -> !line.startsWith(" "))
                .map(line -> line.split(" +", -1)[0])
                .toList();
    }

    @Test
    void eachNumberOfAFieldReachesTheStep() {
        double first;
        try (Model model = DataModels_EverythingModel.create()) {
            model.adapt(IMAGES);
            first = model.trainOnBatch(IMAGES).loss();
        }
        DataModels_EverythingHyperparameters defaults = DataModels_EverythingHyperparameters.defaults();
        for (DataModels_EverythingHyperparameters changed : List.of(
                defaults.withImage(image -> image.withMixUpAlpha(1)),
                defaults.withImage(image -> image.withRandomContrastFactor(0.9)),
                defaults.withImage(image -> image.withRandomBrightnessDelta(1)),
                defaults.withImage(image -> image.withRandomRotationDegrees(90)),
                defaults.withImage(image -> image.withRandomRotationFill(3)))) {
            try (Model model = DataModels_EverythingModel.create(changed)) {
                model.adapt(IMAGES);
                assertThat(model.trainOnBatch(IMAGES).loss()).isNotEqualTo(first);
            }
        }
    }

    @Test
    void eachNumberOfColoursAndPlacesReachesTheStep() {
        Dataset colours = Samples.labelled(16, 36, 3, 2);
        double first;
        try (Model model = DataModels_ColouredModel.create()) {
            model.adapt(colours);
            first = model.trainOnBatch(colours).loss();
        }
        DataModels_ColouredHyperparameters defaults = DataModels_ColouredHyperparameters.defaults();
        for (DataModels_ColouredHyperparameters changed : List.of(
                defaults.withImage(image -> image.withTrivialAugmentMaximum(0.5)),
                defaults.withImage(image -> image.withRandomHueDelta(0.5)),
                defaults.withImage(image -> image.withRandomSaturationFactor(0.1)),
                defaults.withImage(image -> image.withRandomTranslationHeight(1)),
                defaults.withImage(image -> image.withRandomTranslationWidth(1)),
                defaults.withImage(image -> image.withRandomTranslationFill(3)),
                defaults.withImage(image -> image.withRandomErasingP(0)),
                defaults.withImage(image -> image.withRandomErasingMinArea(0.3)),
                defaults.withImage(image -> image.withRandomErasingMaxArea(1)),
                defaults.withImage(image -> image.withRandomErasingAspect(20)),
                defaults.withImage(image -> image.withRandomErasingFill(3)))) {
            try (Model model = DataModels_ColouredModel.create(changed)) {
                model.adapt(colours);
                assertThat(model.trainOnBatch(colours).loss()).isNotEqualTo(first);
            }
        }
    }
}
