package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.data.Dataset;
import io.regulus.model.Weights;
import io.regulus.testing.Samples;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Decoupled decay: w loses learning rate * weight decay * w, whatever the gradient does. */
class DecayTest {
    private static final Dataset BATCH = Samples.valued(8, 3, 2, 5);

    private static DoubleUnaryOperator decay(double rate, double coefficient) {
        return w -> -rate * coefficient * w;
    }

    private static EffectModels_DecayKernelsModel kernels(double decay) {
        return EffectModels_DecayKernelsModel.create(EffectModels_DecayKernelsHyperparameters.defaults()
                .withOptimizer(optimizer -> optimizer.withWeightDecay(decay)));
    }

    @Test
    void kernelsDecayUnlessTheLayerIsExcluded() {
        try (Twins twins = new Twins(kernels(0), EffectModels_DecayKernelsModel.create())) {
            DoubleUnaryOperator decay = decay(0.01, 0.5);
            twins.assertStepShifts(BATCH, Map.of("hidden/kernel", decay, "out/kernel", decay));
        }
    }

    @Test
    void theDecayFollowsTheLearningRate() {
        try (Twins twins = new Twins(kernels(0), kernels(0.5))) {
            twins.learningRate(0.3);
            DoubleUnaryOperator decay = decay(0.3, 0.5);
            twins.assertStepShifts(BATCH, Map.of("hidden/kernel", decay, "out/kernel", decay));
        }
    }

    @Test
    void patternsTakeParametersOut() {
        EffectModels_DecayPatternHyperparameters without = EffectModels_DecayPatternHyperparameters.defaults()
                .withOptimizer(optimizer -> optimizer.withWeightDecay(0));
        try (Twins twins =
                new Twins(EffectModels_DecayPatternModel.create(without), EffectModels_DecayPatternModel.create())) {
            DoubleUnaryOperator decay = decay(0.01, 0.5);
            twins.assertStepShifts(
                    BATCH,
                    Map.of(
                            "first/kernel", decay,
                            "first/bias", decay,
                            "first/scale", decay,
                            "out/kernel", decay,
                            "out/bias", decay));
        }
    }

    @Test
    void gradientDescentDecaysTheWeightAndNotTheVelocity() {
        EffectModels_DecayBiasesHyperparameters without = EffectModels_DecayBiasesHyperparameters.defaults()
                .withOptimizer(optimizer -> optimizer.withWeightDecay(0));
        try (Twins twins =
                new Twins(EffectModels_DecayBiasesModel.create(without), EffectModels_DecayBiasesModel.create())) {
            DoubleUnaryOperator decay = decay(0.1, 0.3);
            twins.assertStepShifts(BATCH, Map.of("hidden/bias", decay, "out/bias", decay));
        }
    }

    @Test
    void aClassExcludedKeepsOnlyTheLayersWithAPenaltyOfTheirOwn() {
        EffectModels_ClassExcludedHyperparameters without = EffectModels_ClassExcludedHyperparameters.defaults()
                .withOptimizer(optimizer -> optimizer.withWeightDecay(0))
                .withOwn(own -> own.withL2(0));
        try (Twins twins =
                new Twins(EffectModels_ClassExcludedModel.create(without), EffectModels_ClassExcludedModel.create())) {
            twins.assertStepShifts(
                    BATCH, Map.of("own/kernel", w -> decay(0.1, 0.3).applyAsDouble(w) - 0.1 * 0.2 * 2 * w));
        }
    }

    @Test
    void theLearningRateScalesTheStep() {
        try (EffectModels_FloatsModel model = EffectModels_FloatsModel.create()) {
            Weights start = model.weights();
            Dataset batch = Samples.valued(8, 4, 2, 5);
            float[] small = stepFrom(model, start, 0.05, batch);
            float[] large = stepFrom(model, start, 0.15, batch);
            float[] before = start.get("out/kernel");
            for (int i = 0; i < before.length; i++) {
                assertThat((double) small[i] - before[i]).isNonZero();
                assertThat((double) large[i] - before[i]).isWithin(1e-6).of(3.0 * ((double) small[i] - before[i]));
            }
            assertThat(model.learningRate()).isWithin(1e-8).of(0.15);
        }
    }

    private static float[] stepFrom(EffectModels_FloatsModel model, Weights start, double rate, Dataset batch) {
        model.setWeights(start);
        model.setLearningRate(rate);
        model.trainOnBatch(batch);
        return model.weights().get("out/kernel");
    }
}
