package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static io.regulus.testing.Failures.assertFails;

import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.testing.Samples;
import io.regulus.testing.SavedState;
import io.regulus.train.Fit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A number given at run time is the number written in the annotation. */
class HyperparametersTest {
    private static final Dataset LABELLED = Samples.labelled(12, 4, 3, 5);
    private static final Dataset IMAGES = Samples.labelled(12, 32, 3, 5);
    private static final Dataset VALUED = Samples.valued(12, 4, 3, 5);

    private static final Dataset SEVERAL = Dataset.builder()
            .input("input", Samples.rows(12, 4, 5))
            .labels("kind", Samples.labels(12, 3, 6))
            .values("size", Samples.normal(12, 7))
            .labels("odd", Samples.labels(12, 2, 8))
            .build();

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
                numbers -> TunedModels_NesterovModel.create(TunedModels_NesterovHyperparameters.of(numbers)),
                TunedModels_NesterovHyperparameters.defaults().toMap(),
                VALUED,
                5);
        assertEveryNumberMatters(
                numbers -> TunedModels_LayerwiseModel.create(TunedModels_LayerwiseHyperparameters.of(numbers)),
                TunedModels_LayerwiseHyperparameters.defaults().toMap(),
                VALUED,
                5);
        assertEveryNumberMatters(
                numbers -> TunedModels_SignsModel.create(TunedModels_SignsHyperparameters.of(numbers)),
                TunedModels_SignsHyperparameters.defaults().toMap(),
                VALUED,
                4);
        assertEveryNumberMatters(
                numbers -> TunedModels_SumsModel.create(TunedModels_SumsHyperparameters.of(numbers)),
                TunedModels_SumsHyperparameters.defaults().toMap(),
                VALUED,
                3);
        assertEveryNumberMatters(
                HyperparametersTest::residual,
                NoiseModels_ResidualHyperparameters.defaults().toMap(),
                IMAGES,
                12);
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

    /**
     * The numbers of a family of annotations.
     *
     * @param create makes a model of given numbers
     * @param defaults all numbers as they are annotated
     * @param data what shows them
     * @param others for each of them another value; those of the optimizer and the task of the class are told of above
     */
    private record Numbers(
            Function<Map<String, Double>, Model> create,
            Map<String, Double> defaults,
            Dataset data,
            Map<String, Double> others) {}

    static Stream<Named<Numbers>> families() {
        return Stream.of(
                Named.of(
                        "images",
                        new Numbers(
                                given -> NumberModels_ImagesModel.create(NumberModels_ImagesHyperparameters.of(given)),
                                NumberModels_ImagesHyperparameters.defaults().toMap(),
                                IMAGES,
                                Map.of(
                                        "randomRotation.degrees", 60.0,
                                        "randomRotation.fill", -1.0,
                                        "randomBrightness.delta", 0.6,
                                        "randomContrast.factor", 0.8,
                                        "cutMix.alpha", 2.0))),
                Named.of(
                        "weights",
                        new Numbers(
                                given ->
                                        NumberModels_WeightsModel.create(NumberModels_WeightsHyperparameters.of(given)),
                                NumberModels_WeightsHyperparameters.defaults().toMap(),
                                LABELLED,
                                Map.ofEntries(
                                        Map.entry("mixUp.alpha", 2.0),
                                        Map.entry("layerwiseRateDecay.value", 0.4),
                                        Map.entry("decayGroup1.weightDecay", 0.6),
                                        Map.entry("maxNorm.value", 0.2),
                                        Map.entry("movingAverage.decay", 0.5),
                                        Map.entry("first.learningRateFactor", 2.0),
                                        Map.entry("first.minMaxNormMin", 0.1),
                                        Map.entry("first.minMaxNormMax", 3.0),
                                        Map.entry("first.minMaxNormRate", 1.0),
                                        Map.entry("first.activityL1", 0.5),
                                        Map.entry("first.activityL2", 0.7),
                                        Map.entry("second.orthogonal", 0.4),
                                        Map.entry("second.maxNorm", 0.3)))),
                Named.of(
                        "global norm",
                        new Numbers(
                                given -> NumberModels_GlobalNormModel.create(
                                        NumberModels_GlobalNormHyperparameters.of(given)),
                                NumberModels_GlobalNormHyperparameters.defaults()
                                        .toMap(),
                                LABELLED,
                                Map.of("clipByGlobalNorm.value", 0.05))),
                Named.of(
                        "norm",
                        new Numbers(
                                given -> NumberModels_NormModel.create(NumberModels_NormHyperparameters.of(given)),
                                NumberModels_NormHyperparameters.defaults().toMap(),
                                LABELLED,
                                Map.of("clipByNorm.value", 0.05))),
                Named.of(
                        "value",
                        new Numbers(
                                given -> NumberModels_ValueModel.create(NumberModels_ValueHyperparameters.of(given)),
                                NumberModels_ValueHyperparameters.defaults().toMap(),
                                LABELLED,
                                Map.of("clipByValue.value", 0.02))),
                Named.of(
                        "recurrent",
                        new Numbers(
                                given -> NumberModels_RecurrentModel.create(
                                        NumberModels_RecurrentHyperparameters.of(given)),
                                NumberModels_RecurrentHyperparameters.defaults().toMap(),
                                IMAGES,
                                Map.of(
                                        "each.inputDropout", 0.5,
                                        "each.recurrentDropout", 0.6,
                                        "last.inputDropout", 0.1,
                                        "last.recurrentDropout", 0.5))),
                Named.of(
                        "attention",
                        new Numbers(
                                given -> NumberModels_AttentionModel.create(
                                        NumberModels_AttentionHyperparameters.of(given)),
                                NumberModels_AttentionHyperparameters.defaults().toMap(),
                                IMAGES,
                                Map.of(
                                        "placed.maxWavelength", 10.0,
                                        "attended.attentionDropout", 0.5,
                                        "block.blockDropout", 0.1,
                                        "block.blockEpsilon", 0.5))),
                Named.of(
                        "outputs",
                        new Numbers(
                                given ->
                                        NumberModels_OutputsModel.create(NumberModels_OutputsHyperparameters.of(given)),
                                NumberModels_OutputsHyperparameters.defaults().toMap(),
                                SEVERAL,
                                Map.of(
                                        "kind.labelSmoothing", 0.3,
                                        "kind.lossWeight", 2.0,
                                        "size.delta", 1.0,
                                        "size.lossWeight", 2.0,
                                        "odd.labelSmoothing", 0.1,
                                        "odd.lossWeight", 2.0))),
                Named.of(
                        "step decay",
                        new Numbers(
                                given -> NumberModels_StepModel.create(NumberModels_StepHyperparameters.of(given)),
                                NumberModels_StepHyperparameters.defaults().toMap(),
                                LABELLED,
                                Map.of("stepDecay.factor", 0.8))),
                Named.of(
                        "exponential decay",
                        new Numbers(
                                given -> NumberModels_ExponentialModel.create(
                                        NumberModels_ExponentialHyperparameters.of(given)),
                                NumberModels_ExponentialHyperparameters.defaults()
                                        .toMap(),
                                LABELLED,
                                Map.of("exponentialDecay.factor", 0.8, "exponentialDecay.epochs", 1.0))),
                Named.of(
                        "cosine decay",
                        new Numbers(
                                given -> NumberModels_CosineModel.create(NumberModels_CosineHyperparameters.of(given)),
                                NumberModels_CosineHyperparameters.defaults().toMap(),
                                LABELLED,
                                Map.of(
                                        "cosineDecay.epochs", 8.0,
                                        "cosineDecay.warmupEpochs", 2.0,
                                        "cosineDecay.warmupFrom", 0.5,
                                        "cosineDecay.alpha", 0.3))),
                Named.of(
                        "polynomial decay",
                        new Numbers(
                                given -> NumberModels_PolynomialModel.create(
                                        NumberModels_PolynomialHyperparameters.of(given)),
                                NumberModels_PolynomialHyperparameters.defaults()
                                        .toMap(),
                                LABELLED,
                                Map.of(
                                        "polynomialDecay.epochs", 8.0,
                                        "polynomialDecay.warmupEpochs", 2.0,
                                        "polynomialDecay.warmupFrom", 0.5,
                                        "polynomialDecay.alpha", 0.3,
                                        "polynomialDecay.power", 1.0))),
                Named.of(
                        "cosine restarts",
                        new Numbers(
                                given -> NumberModels_RestartsModel.create(
                                        NumberModels_RestartsHyperparameters.of(given)),
                                NumberModels_RestartsHyperparameters.defaults().toMap(),
                                LABELLED,
                                Map.of(
                                        "cosineRestarts.firstEpochs", 2.0,
                                        "cosineRestarts.tMul", 1.0,
                                        "cosineRestarts.mMul", 1.0,
                                        "cosineRestarts.alpha", 0.3))),
                Named.of(
                        "weight averaging",
                        new Numbers(
                                given -> NumberModels_MeansModel.create(NumberModels_MeansHyperparameters.of(given)),
                                NumberModels_MeansHyperparameters.defaults().toMap(),
                                LABELLED,
                                Map.of(
                                        "stochasticWeightAveraging.rateFactor", 0.1,
                                        "stochasticWeightAveraging.annealEpochs", 0.0))),
                Named.of(
                        "one cycle",
                        new Numbers(
                                given -> NumberModels_CycleModel.create(NumberModels_CycleHyperparameters.of(given)),
                                NumberModels_CycleHyperparameters.defaults().toMap(),
                                LABELLED,
                                Map.of(
                                        "oneCycle.warmup",
                                        0.3,
                                        "oneCycle.startDivisor",
                                        10.0,
                                        "oneCycle.endDivisor",
                                        9.0))),
                Named.of(
                        "plateau",
                        new Numbers(
                                given ->
                                        NumberModels_PlateauModel.create(NumberModels_PlateauHyperparameters.of(given)),
                                NumberModels_PlateauHyperparameters.defaults().toMap(),
                                LABELLED,
                                Map.of(
                                        "reduceOnPlateau.factor", 0.3,
                                        "reduceOnPlateau.minDelta", 0.0,
                                        "reduceOnPlateau.minRate", 0.07))),
                Named.of(
                        "early stopping",
                        new Numbers(
                                given -> NumberModels_StoppingModel.create(
                                        NumberModels_StoppingHyperparameters.of(given)),
                                NumberModels_StoppingHyperparameters.defaults().toMap(),
                                LABELLED,
                                Map.of("earlyStopping.minDelta", 0.0))));
    }

    /** Some tell in an epoch only, others in the averages only. */
    @ParameterizedTest
    @MethodSource("families")
    void everyNumberOfAFamilyMatters(Numbers numbers) {
        Set<String> names = new TreeSet<>(numbers.defaults().keySet());
        names.removeIf(name -> name.startsWith("optimizer.") || name.startsWith("task."));
        assertThat(names).isEqualTo(numbers.others().keySet());
        List<String> usual = bitsAfterFitting(numbers.create().apply(Map.of()), numbers.data());
        assertThat(bitsAfterFitting(numbers.create().apply(numbers.defaults()), numbers.data()))
                .isEqualTo(usual);
        numbers.others()
                .forEach((name, value) -> assertWithMessage(name)
                        .that(bitsAfterFitting(numbers.create().apply(Map.of(name, value)), numbers.data()))
                        .isNotEqualTo(usual));
    }

    private static List<String> bitsAfterFitting(Model model, Dataset data) {
        try (model) {
            model.fit(data, Fit.epochs(4).batchSize(6).verbose(false));
            return model.weights().names().stream()
                    .map(name -> name
                            + Arrays.toString(model.weights().get(name))
                            + Arrays.toString(model.inferenceWeights().get(name)))
                    .toList();
        }
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
