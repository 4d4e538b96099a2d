package io.regulus.explain;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static io.regulus.annotations.ActivationFunction.RELU;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulus.annotations.AcceptAdvice;
import io.regulus.annotations.Adam;
import io.regulus.annotations.AdamW;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.ClipByGlobalNorm;
import io.regulus.annotations.Dense;
import io.regulus.annotations.DropConnect;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.EarlyStopping;
import io.regulus.annotations.GaussianNoise;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MaxNorm;
import io.regulus.annotations.MixUp;
import io.regulus.annotations.MovingAverage;
import io.regulus.annotations.Network;
import io.regulus.annotations.Regressor;
import io.regulus.checkpoint.Checkpoints;
import io.regulus.data.Dataset;
import io.regulus.engine.Regulariser;
import io.regulus.engine.Settings;
import io.regulus.model.Model;
import io.regulus.model.ModelType;
import io.regulus.report.AblationReport;
import io.regulus.testing.Samples;
import io.regulus.train.Fit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an ablation says, held against networks that were written without the regulariser. */
class AblationTest {
    private static final Dataset TRAIN = Samples.labelled(96, 6, 3, 1);
    private static final Dataset VALIDATION = Samples.labelled(48, 6, 3, 2);
    private static final Fit FIT = Fit.epochs(3).batchSize(16).verbose(false).validateOn(VALIDATION);

    @TempDir
    Path folder;

    @Network(input = {6})
    @Classifier(classes = 3, labelSmoothing = 0.1)
    @AdamW(learningRate = 0.02, weightDecay = 0.1)
    @L2(1e-2)
    @ClipByGlobalNorm(0.5)
    @MovingAverage(decay = 0.9)
    @MixUp(alpha = 0.4)
    @MaxNorm(0.5)
    @EarlyStopping(patience = 20)
    @AcceptAdvice({"RG107", "RG108"})
    abstract static class Everything {
        @Dense(units = 12, activation = RELU)
        @Dropout(p = 0.3)
        Layer hidden;

        @Dense(units = 8, activation = RELU)
        @DropConnect(p = 0.2)
        @GaussianNoise(stddev = 0.1)
        Layer second;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {6})
    @Classifier(classes = 3)
    @AdamW(learningRate = 0.02, weightDecay = 0)
    @EarlyStopping(patience = 20)
    abstract static class Plain {
        @Dense(units = 12, activation = RELU)
        Layer hidden;

        @Dense(units = 8, activation = RELU)
        Layer second;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {6})
    @Classifier(classes = 3)
    @Adam(learningRate = 0.02)
    @L2(1e-2)
    abstract static class Both {
        @Dense(units = 12, activation = RELU)
        @Dropout(p = 0.3)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {6})
    @Classifier(classes = 3)
    @Adam(learningRate = 0.02)
    @L2(1e-2)
    abstract static class WithoutDropout {
        @Dense(units = 12, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {6})
    @Classifier(classes = 3)
    @Adam(learningRate = 0.02)
    abstract static class WithoutL2 {
        @Dense(units = 12, activation = RELU)
        @Dropout(p = 0.3)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {40})
    @Regressor
    @Adam(learningRate = 0.05)
    abstract static class Ridge {
        @Dense(units = 1)
        @L2(0.3)
        Layer price;
    }

    @Network(input = {6})
    @Classifier(classes = 3)
    @Adam(learningRate = 0.02)
    abstract static class Nothing {
        @Dense(units = 3)
        Layer logits;
    }

    @Test
    void everyKindIsKnownWithWhatSwitchesItOff() {
        List<Regulariser> known =
                AblationTest_EverythingModel.type().plan(Map.of()).regularisers();
        assertThat(known.stream().map(Regulariser::toString))
                .containsExactly(
                        "@L2(0.01) of the class",
                        "@Dropout(p = 0.3) of hidden",
                        "@DropConnect(p = 0.2) of second",
                        "@GaussianNoise(stddev = 0.1) of second",
                        "@MaxNorm(0.5) of the class",
                        "weightDecay of @AdamW",
                        "labelSmoothing of @Classifier",
                        "@ClipByGlobalNorm(0.5) of the class",
                        "@MovingAverage(decay = 0.9) of the class",
                        "@MixUp(alpha = 0.4) of the class",
                        "@EarlyStopping(patience = 20) of the class");
        assertThat(known.stream().filter(Regulariser::noisy).map(Regulariser::annotation))
                .containsExactly(
                        "@Dropout(p = 0.3)",
                        "@DropConnect(p = 0.2)",
                        "@GaussianNoise(stddev = 0.1)",
                        "@MixUp(alpha = 0.4)");
        assertThat(known.stream()
                        .filter(regulariser -> !regulariser.removable())
                        .map(Regulariser::annotation))
                .containsExactly("@EarlyStopping(patience = 20)");
        Map<String, Double> numbers = AblationTest_EverythingModel.type().defaults();
        known.forEach(regulariser -> assertWithMessage(regulariser.toString())
                .that(numbers.keySet())
                .containsAtLeastElementsIn(regulariser.off().keySet()));
    }

    @Test
    void withoutAllOfThemItIsTheNetworkThatHasNone() {
        AblationReport report =
                Ablation.of(AblationTest_EverythingModel.type()).seeds(1).run(TRAIN, FIT);
        AblationReport.Variant none = report.without().get(report.without().size() - 1);
        assertThat(none.name()).isEqualTo("without all of them");
        // constraints divide by norm + 1e-7, which rounds
        assertThat(none.results().get(0).loss()).isWithin(2e-4).of(validationLoss(AblationTest_PlainModel.type(), 1));
        assertThat(report.kept()).containsExactly("@EarlyStopping(patience = 20) of the class");
        // each of them does something
        report.without()
                .forEach(variant -> assertWithMessage(variant.name())
                        .that(variant.results().get(0).loss())
                        .isNotEqualTo(report.whole().results().get(0).loss()));
        assertThat(report.without()).hasSize(11);
        assertThat(report.worth().get(0).verdict()).isEqualTo("one seed: noise unknown");
    }

    @Test
    void withoutOneItIsTheNetworkWrittenWithoutIt() {
        List<String> told = new ArrayList<>();
        AblationReport report = Ablation.of(AblationTest_BothModel.type())
                .seeds(2)
                .progress(told::add)
                .run(TRAIN, FIT);
        assertThat(report.whole().results().stream().map(AblationReport.Result::seed))
                .containsExactly(1L, 2L);
        assertThat(report.without().stream().map(AblationReport.Variant::name))
                .containsExactly(
                        "without @L2(0.01) of the class", "without @Dropout(p = 0.3) of hidden", "without all of them");
        assertThat(report.without().get(1).change()).isEqualTo("hidden.dropout 0.3 → 0");
        for (int i = 0; i < 2; i++) {
            assertThat(report.whole().results().get(i).loss())
                    .isWithin(1e-6)
                    .of(validationLoss(AblationTest_BothModel.type(), i + 1));
            assertThat(report.without().get(0).results().get(i).loss())
                    .isWithin(1e-6)
                    .of(validationLoss(AblationTest_WithoutL2Model.type(), i + 1));
            assertThat(report.without().get(1).results().get(i).loss())
                    .isWithin(1e-6)
                    .of(validationLoss(AblationTest_WithoutDropoutModel.type(), i + 1));
        }
        assertThat(told).hasSize(8);
        assertThat(told.get(0)).startsWith("whole, seed 1: validation loss ");
    }

    @Test
    void aNumberThatIsOffAlreadyIsNotRemoved() {
        Ablation ablation = Ablation.of(AblationTest_BothModel.type()).numbers(Map.of("hidden.dropout", 0.0));
        assertThat(ablation.removable().stream().map(Regulariser::annotation)).containsExactly("@L2(0.01)");
        AblationReport report = ablation.seeds(1).run(TRAIN, FIT);
        assertThat(report.without()).hasSize(1);
        assertThat(report.without().get(0).results().get(0).loss())
                .isWithin(1e-6)
                .of(validationLoss(AblationTest_WithoutDropoutModel.type(), Map.of("network.l2", 0.0), 1));
    }

    @Test
    void whatHelpsIsSaidToHelpAndWhatIsNothingToBeNoise() {
        // 30 rows of 40 numbers, one of which the target is made of: without L2 the rest is learnt by heart
        Dataset train = oneOfForty(30, 1);
        Fit fit = Fit.epochs(150).batchSize(30).validateOn(oneOfForty(500, 2));
        AblationReport helps =
                Ablation.of(AblationTest_RidgeModel.type()).seeds(4).run(train, fit);
        AblationReport.Worth of = helps.worth().get(0);
        assertThat(of.verdict()).isEqualTo("it helps");
        assertThat(of.loss().mean()).isGreaterThan(of.loss().margin());
        assertThat(of.gap().mean()).isGreaterThan(0);
        assertThat(helps.toString()).contains("it helps");

        AblationReport nothing = Ablation.of(AblationTest_RidgeModel.type())
                .numbers(Map.of("price.l2", 1e-12))
                .seeds(3)
                .run(train, fit);
        assertThat(nothing.worth().get(0).verdict()).isEqualTo("within the noise");

        AblationReport hurts = Ablation.of(AblationTest_RidgeModel.type())
                .numbers(Map.of("price.l2", 100.0))
                .seeds(3)
                .run(oneOfForty(1_000, 1), Fit.epochs(5).validateOn(oneOfForty(500, 2)));
        assertThat(hurts.worth().get(0).verdict()).isEqualTo("it hurts");
    }

    @Test
    void aRunThatDivergesIsToldAndNotThrown() {
        AblationReport report = Ablation.of(AblationTest_RidgeModel.type())
                .numbers(Map.of("optimizer.learningRate", 1e36, "price.l2", 1e-3))
                .seeds(2)
                .run(oneOfForty(30, 1), Fit.epochs(3).validateOn(oneOfForty(30, 2)));
        assertThat(report.worth().get(0).verdict()).isEqualTo("diverged in 2 of 2 runs");
        assertThat(report.toString()).contains("–");
        assertThat(report.toHtml()).contains("diverged in 2 of 2 runs");
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        Ablation ablation = Ablation.of(AblationTest_BothModel.type());
        assertThat(assertThrows(IllegalArgumentException.class, () -> ablation.run(TRAIN, Fit.epochs(1))))
                .hasMessageThat()
                .contains("add validateOn(validation)");
        assertThat(assertThrows(
                        IllegalArgumentException.class,
                        () -> ablation.run(TRAIN, FIT.checkpoints(Checkpoints.in(folder)))))
                .hasMessageThat()
                .contains("leave checkpoints out");
        assertThat(assertThrows(IllegalArgumentException.class, () -> ablation.seeds(0)))
                .hasMessageThat()
                .contains("seeds = 0");
        assertThat(assertThrows(IllegalArgumentException.class, () -> ablation.numbers(Map.of("hidden.dropot", 0.1))))
                .hasMessageThat()
                .contains("hidden.dropot");
        assertThat(assertThrows(
                        IllegalArgumentException.class,
                        () -> Ablation.of(AblationTest_NothingModel.type()).run(TRAIN, FIT)))
                .hasMessageThat()
                .contains("no regulariser that can be removed");
    }

    private static Dataset oneOfForty(int rows, long seed) {
        float[][] all = Samples.rows(rows, 40, seed);
        float[] noise = Samples.normal(rows, seed + 100);
        float[][] targets = new float[rows][1];
        for (int row = 0; row < rows; row++) {
            targets[row][0] = all[row][0] + noise[row];
        }
        return Dataset.of(all, targets);
    }

    private static double validationLoss(ModelType<?> type, long seed) {
        return validationLoss(type, Map.of(), seed);
    }

    private static double validationLoss(ModelType<?> type, Map<String, Double> numbers, long seed) {
        try (Model model = type.create(numbers, Settings.defaults().withSeed(seed))) {
            model.fit(TRAIN, FIT.seed(seed - 1));
            return model.evaluate(VALIDATION).loss();
        }
    }
}
