package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static io.regulus.testing.Failures.assertFails;

import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.testing.Samples;
import io.regulus.testing.SavedState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A number given at run time is the number written in the annotation. */
class HyperparametersTest {
    private static final Dataset LABELLED = Samples.labelled(12, 4, 3, 5);
    private static final Dataset IMAGES = Samples.labelled(12, 32, 3, 5);
    private static final Dataset VALUED = Samples.valued(12, 4, 3, 5);

    private static Model full(Map<String, Double> numbers) {
        return TunedModels_FullModel.create(TunedModels_FullHyperparameters.of(numbers));
    }

    private static Model rms(Map<String, Double> numbers) {
        return TunedModels_RmsModel.create(TunedModels_RmsHyperparameters.of(numbers));
    }

    private static Model momentum(Map<String, Double> numbers) {
        return TunedModels_MomentumModel.create(TunedModels_MomentumHyperparameters.of(numbers));
    }

    private static Model residual(Map<String, Double> numbers) {
        return NoiseModels_ResidualModel.create(NoiseModels_ResidualHyperparameters.of(numbers));
    }

    @Test
    void givenNumbersTrainAsAnnotatedOnes() {
        assertTrainAlike(
                full(TunedModels_FullOtherHyperparameters.defaults().toMap()),
                TunedModels_FullOtherModel.create(),
                LABELLED);
        assertTrainAlike(
                rms(TunedModels_RmsOtherHyperparameters.defaults().toMap()),
                TunedModels_RmsOtherModel.create(),
                VALUED);
        assertTrainAlike(
                momentum(TunedModels_MomentumOtherHyperparameters.defaults().toMap()),
                TunedModels_MomentumOtherModel.create(),
                LABELLED);
        assertTrainAlike(
                residual(NoiseModels_ResidualOtherHyperparameters.defaults().toMap()),
                NoiseModels_ResidualOtherModel.create(),
                IMAGES);
    }

    private static void assertTrainAlike(Model given, Model annotated, Dataset data) {
        try (given;
                annotated) {
            train(given, data);
            train(annotated, data);
            SavedState.of(annotated).assertStateOf(given);
            assertThat(given.evaluate(data)).isEqualTo(annotated.evaluate(data));
        }
    }

    @Test
    void everyNumberMatters() {
        assertEveryNumberMatters(
                HyperparametersTest::full,
                TunedModels_FullHyperparameters.defaults().toMap(),
                LABELLED,
                14);
        assertEveryNumberMatters(
                HyperparametersTest::rms,
                TunedModels_RmsHyperparameters.defaults().toMap(),
                VALUED,
                5);
        assertEveryNumberMatters(
                HyperparametersTest::momentum,
                TunedModels_MomentumHyperparameters.defaults().toMap(),
                LABELLED,
                4);
        assertEveryNumberMatters(
                HyperparametersTest::residual,
                NoiseModels_ResidualHyperparameters.defaults().toMap(),
                IMAGES,
                10);
    }

    @Test
    void everyNumberOfALossMatters() {
        assertEveryNumberMatters(
                numbers -> LossModels_EmphasisedModel.create(LossModels_EmphasisedHyperparameters.of(numbers)),
                LossModels_EmphasisedHyperparameters.defaults().toMap(),
                Samples.labelled(12, 2, 3, 5),
                8);
        assertEveryNumberMatters(
                numbers -> LossModels_AttackedModel.create(LossModels_AttackedHyperparameters.of(numbers)),
                LossModels_AttackedHyperparameters.defaults().toMap(),
                LABELLED,
                9);
    }

    private static void assertEveryNumberMatters(
            Function<Map<String, Double>, Model> create, Map<String, Double> annotated, Dataset data, int count) {
        assertThat(annotated).hasSize(count);
        Map<String, String> usual = weightsAfterTraining(create.apply(Map.of()), data);
        annotated.forEach((name, value) -> {
            Model changed = create.apply(Map.of(name, value * 0.5 + 0.2));
            assertWithMessage(name).that(weightsAfterTraining(changed, data)).isNotEqualTo(usual);
        });
    }

    private static Map<String, String> weightsAfterTraining(Model model, Dataset data) {
        try (model) {
            train(model, data);
            Map<String, String> bits = new LinkedHashMap<>(SavedState.of(model).bits());
            bits.keySet().retainAll(model.weights().names());
            return bits;
        }
    }

    private static void train(Model model, Dataset data) {
        for (int step = 0; step < 3; step++) {
            model.trainOnBatch(data);
        }
    }

    @Test
    void aChangedCopyIsTheSameAsByName() {
        TunedModels_FullHyperparameters changed = TunedModels_FullHyperparameters.defaults()
                .withFirst(first -> first.withDropout(0.4).withNegativeSlope(0.7))
                .withOptimizer(optimizer -> optimizer.withBeta2(0.5))
                .withNetwork(network -> network.withL2(0))
                .withTask(task -> task.withLabelSmoothing(0));
        assertThat(changed)
                .isEqualTo(TunedModels_FullHyperparameters.of(Map.of(
                        "first.dropout", 0.4,
                        "first.negativeSlope", 0.7,
                        "optimizer.beta2", 0.5,
                        "network.l2", 0.0,
                        "task.labelSmoothing", 0.0)));
        assertThat(changed.toMap().get("first.batchNormMomentum")).isEqualTo(0.9);
    }

    @Test
    void numbersOutOfRangeAndUnknownOnesAreRefused() {
        assertFails(
                IllegalArgumentException.class,
                () -> TunedModels_FullHyperparameters.defaults().withFirst(first -> first.withDropout(1)),
                "first.dropout = 1.0",
                "[0, 1)");
        assertFails(
                IllegalArgumentException.class,
                () -> TunedModels_FullHyperparameters.of(Map.of("optimizer.learningRate", 0.0)),
                "optimizer.learningRate = 0.0",
                "(0, inf)");
        assertFails(
                IllegalArgumentException.class,
                () -> TunedModels_FullHyperparameters.of(Map.of("network.l2", Double.NaN)),
                "network.l2 = NaN");
        assertFails(
                IllegalArgumentException.class,
                () -> TunedModels_FullHyperparameters.of(Map.of("first.drop", 0.1)),
                "'first.drop'",
                "first.dropout");
    }
}
