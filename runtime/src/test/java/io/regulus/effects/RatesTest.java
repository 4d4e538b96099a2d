package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static io.regulus.annotations.ActivationFunction.RELU;
import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.Adagrad;
import io.regulus.annotations.Adam;
import io.regulus.annotations.AdamW;
import io.regulus.annotations.Add;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.ClipByGlobalNorm;
import io.regulus.annotations.DataType;
import io.regulus.annotations.DecayGroup;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Embedding;
import io.regulus.annotations.ExcludeFromDecay;
import io.regulus.annotations.From;
import io.regulus.annotations.GlobalAvgPool1D;
import io.regulus.annotations.Input;
import io.regulus.annotations.L1;
import io.regulus.annotations.L2;
import io.regulus.annotations.Lamb;
import io.regulus.annotations.Layer;
import io.regulus.annotations.LayerwiseRateDecay;
import io.regulus.annotations.LearningRateFactor;
import io.regulus.annotations.Lion;
import io.regulus.annotations.Nadam;
import io.regulus.annotations.Network;
import io.regulus.annotations.On;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.RmsProp;
import io.regulus.annotations.Sgd;
import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.model.Weights;
import io.regulus.testing.Samples;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Coefficients of decay by group, and learning rates by layer. */
class RatesTest {
    private static final Dataset BATCH = Samples.valued(8, 3, 2, 5);

    @Network(input = {3})
    @Regressor(outputs = 2)
    @AdamW(learningRate = 0.01, weightDecay = 0.5, excludeFromDecay = "out/bias")
    @DecayGroup(pattern = "hidden/*", weightDecay = 0.2)
    @DecayGroup(pattern = "*/bias", weightDecay = 0.7)
    abstract static class Groups {
        @Dense(units = 4, activation = TANH)
        Layer hidden;

        @Dense(units = 4, activation = TANH)
        Layer middle;

        @Dense(units = 4, activation = TANH)
        @BatchNorm
        Layer norm;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {3})
    @Regressor(outputs = 2)
    @AdamW(learningRate = 0.01, weightDecay = 0)
    @DecayGroup(pattern = "*", weightDecay = 0.3)
    abstract static class OneGroup {
        @Dense(units = 4, activation = TANH)
        @ExcludeFromDecay
        Layer hidden;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {3})
    @Regressor(outputs = 2)
    @Sgd(learningRate = 0.1, momentum = 0.5, weightDecay = 0.2)
    abstract static class OfSgd {
        @Dense(units = 4, activation = TANH)
        @LearningRateFactor(0.25)
        Layer hidden;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {3})
    @Regressor(outputs = 2)
    @AdamW(learningRate = 0.1, weightDecay = 0.2)
    abstract static class OfAdamW {
        @Dense(units = 4, activation = TANH)
        @LearningRateFactor(0.25)
        Layer hidden;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {3})
    @Regressor(outputs = 2)
    @RmsProp(learningRate = 0.1, momentum = 0.5)
    abstract static class OfRmsProp {
        @Dense(units = 4, activation = TANH)
        @LearningRateFactor(0.25)
        Layer hidden;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {3})
    @Regressor(outputs = 2)
    @Lion(learningRate = 0.1, weightDecay = 0.2)
    abstract static class OfLion {
        @Dense(units = 4, activation = TANH)
        @LearningRateFactor(0.25)
        Layer hidden;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {3})
    @Regressor(outputs = 2)
    @Lamb(learningRate = 0.1)
    @DecayGroup(pattern = "*/kernel", weightDecay = 0.2)
    abstract static class OfLamb {
        @Dense(units = 4, activation = TANH)
        @LearningRateFactor(0.25)
        Layer hidden;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {3})
    @Regressor(outputs = 2)
    @Nadam(learningRate = 0.1)
    abstract static class OfNadam {
        @Dense(units = 4, activation = TANH)
        @LearningRateFactor(0.25)
        Layer hidden;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {3})
    @Regressor(outputs = 2)
    @Adagrad(learningRate = 0.1)
    abstract static class OfAdagrad {
        @Dense(units = 4, activation = TANH)
        @LearningRateFactor(0.25)
        Layer hidden;

        @Dense(units = 2)
        Layer out;
    }

    /** wide reads the input, deep three layers more: the longest way counts. */
    @Network(input = {3})
    @Regressor(outputs = 2)
    @Sgd(learningRate = 0.1)
    @LayerwiseRateDecay(0.5)
    abstract static class Branches {
        @Dense(units = 4, activation = TANH)
        Layer first;

        @Dense(units = 4, activation = TANH)
        @LearningRateFactor(3)
        Layer deep;

        @Dense(units = 4)
        Layer deeper;

        @From({"first", "deeper"})
        @Add
        Layer sum;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {3})
    @Regressor(outputs = 2)
    @Sgd(learningRate = 0.1, momentum = 0.9)
    @ClipByGlobalNorm(0.5)
    abstract static class ThresholdOfSgd {
        @Dense(units = 8, activation = TANH)
        @L1(value = 4, proximal = true)
        @LearningRateFactor(0.5)
        Layer hidden;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {3})
    @Regressor(outputs = 2)
    @Adam(learningRate = 0.1)
    abstract static class ThresholdOfAdam {
        @Dense(units = 8, activation = TANH)
        @L1(value = 4, proximal = true)
        @LearningRateFactor(0.5)
        Layer hidden;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {3})
    @Regressor(outputs = 2)
    @AdamW(learningRate = 0.1, weightDecay = 0.3)
    abstract static class ThresholdOfAdamW {
        @Dense(units = 8, activation = TANH)
        @L1(value = 4, proximal = true)
        @LearningRateFactor(0.5)
        Layer hidden;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {3})
    @Regressor(outputs = 2)
    @RmsProp(learningRate = 0.1)
    abstract static class ThresholdOfRmsProp {
        @Dense(units = 8, activation = TANH)
        @L1(value = 4, proximal = true)
        @LearningRateFactor(0.5)
        Layer hidden;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {3})
    @Regressor(outputs = 2)
    @Sgd(learningRate = 0.1)
    abstract static class Apart {
        @Dense(units = 4, activation = RELU)
        @L2(0.3)
        @L1(value = 0.2, on = On.BIAS)
        Layer hidden;

        @Dense(units = 2)
        Layer out;
    }

    @Network
    @Regressor(outputs = 2)
    @Sgd(learningRate = 0.1)
    @DecayGroup(pattern = "words/*", weightDecay = 0.5)
    abstract static class Words {
        @Input(shape = 3, type = DataType.INT32)
        Layer ids;

        @Embedding(vocabulary = 6, units = 2)
        @L1(value = 2, on = On.EMBEDDING, proximal = true)
        @LearningRateFactor(0.25)
        Layer words;

        @GlobalAvgPool1D
        Layer mean;

        @Dense(units = 2)
        Layer out;
    }

    private static DoubleUnaryOperator decay(double coefficient) {
        return w -> -0.01 * coefficient * w;
    }

    @Test
    void theFirstGroupThatFitsCountsAndAnExclusionAlways() {
        Map<String, Double> none =
                Map.of("optimizer.weightDecay", 0.0, "decayGroup1.weightDecay", 0.0, "decayGroup2.weightDecay", 0.0);
        try (Twins twins = new Twins(
                RatesTest_GroupsModel.create(RatesTest_GroupsHyperparameters.of(none)),
                RatesTest_GroupsModel.create())) {
            twins.assertStepShifts(
                    BATCH,
                    Map.of(
                            "hidden/kernel", decay(0.2),
                            "hidden/bias", decay(0.2),
                            "middle/kernel", decay(0.5),
                            "middle/bias", decay(0.7),
                            "norm/kernel", decay(0.5),
                            "out/kernel", decay(0.5)));
        }
    }

    @Test
    void aGroupDecaysWhereTheOptimizerDoesNot() {
        RatesTest_OneGroupHyperparameters without =
                RatesTest_OneGroupHyperparameters.defaults().withDecayGroup1(group -> group.withWeightDecay(0));
        try (Twins twins = new Twins(RatesTest_OneGroupModel.create(without), RatesTest_OneGroupModel.create())) {
            twins.assertStepShifts(BATCH, Map.of("out/kernel", decay(0.3), "out/bias", decay(0.3)));
        }
    }

    /** What steps make of random weights, by parameter. */
    private static Map<String, double[]> moved(Model created, int steps) {
        try (Model model = created) {
            Weights start = model.weights();
            int seed = 3;
            for (String name : start.names()) {
                start = start.with(name, Samples.normal(start.get(name).length, seed++));
            }
            model.setWeights(start);
            for (int i = 0; i < steps; i++) {
                model.trainOnBatch(BATCH);
            }
            Weights end = model.weights();
            Map<String, double[]> moved = new LinkedHashMap<>();
            for (String name : start.names()) {
                double[] change = new double[start.get(name).length];
                for (int i = 0; i < change.length; i++) {
                    change[i] = (double) end.get(name)[i] - start.get(name)[i];
                }
                moved.put(name, change);
            }
            return moved;
        }
    }

    /** One step, decay included, is the factor times that of a factor of 1. */
    private static void assertFactors(Model with, Model without, Map<String, Double> factors) {
        Map<String, double[]> plain = moved(without, 1);
        moved(with, 1).forEach((name, change) -> {
            double factor = factors.get(name.substring(0, name.indexOf('/')));
            for (int i = 0; i < change.length; i++) {
                assertWithMessage(name).that(change[i]).isWithin(2e-6).of(factor * plain.get(name)[i]);
            }
        });
    }

    @Test
    void aFactorScalesTheWholeStepOfEveryOptimizer() {
        Map<String, Double> factors = Map.of("hidden", 0.25, "out", 1.0);
        Map<String, Double> one = Map.of("hidden.learningRateFactor", 1.0);
        assertFactors(
                RatesTest_OfSgdModel.create(),
                RatesTest_OfSgdModel.create(RatesTest_OfSgdHyperparameters.of(one)),
                factors);
        assertFactors(
                RatesTest_OfAdamWModel.create(),
                RatesTest_OfAdamWModel.create(RatesTest_OfAdamWHyperparameters.of(one)),
                factors);
        assertFactors(
                RatesTest_OfRmsPropModel.create(),
                RatesTest_OfRmsPropModel.create(RatesTest_OfRmsPropHyperparameters.of(one)),
                factors);
        assertFactors(
                RatesTest_OfLionModel.create(),
                RatesTest_OfLionModel.create(RatesTest_OfLionHyperparameters.of(one)),
                factors);
        assertFactors(
                RatesTest_OfLambModel.create(),
                RatesTest_OfLambModel.create(RatesTest_OfLambHyperparameters.of(one)),
                factors);
        assertFactors(
                RatesTest_OfNadamModel.create(),
                RatesTest_OfNadamModel.create(RatesTest_OfNadamHyperparameters.of(one)),
                factors);
        assertFactors(
                RatesTest_OfAdagradModel.create(),
                RatesTest_OfAdagradModel.create(RatesTest_OfAdagradHyperparameters.of(one)),
                factors);
    }

    @Test
    void theRateOfALayerFallsWithItsLongestWayToTheOutput() {
        Map<String, Double> one = Map.of("layerwiseRateDecay.value", 1.0, "deep.learningRateFactor", 1.0);
        assertFactors(
                RatesTest_BranchesModel.create(),
                RatesTest_BranchesModel.create(RatesTest_BranchesHyperparameters.of(one)),
                Map.of("first", 0.125, "deep", 3 * 0.25, "deeper", 0.5, "out", 1.0));
    }

    @Test
    void theSummaryShowsFactorsAndCoefficients() {
        try (Model branches = RatesTest_BranchesModel.create();
                Model groups = RatesTest_GroupsModel.create();
                Model one = RatesTest_OneGroupModel.create()) {
            assertThat(line(branches, "first")).endsWith("x 0.125");
            assertThat(line(branches, "deep ")).endsWith("x 0.75");
            assertThat(line(branches, "out")).doesNotContain("x ");
            assertThat(line(groups, "hidden")).endsWith("0.2");
            assertThat(line(groups, "middle")).endsWith("0.5");
            assertThat(groups.summary()).contains("decayGroup1(weightDecay = 0.2)");
            assertThat(groups.summary()).doesNotContain("rate");
            assertThat(line(one, "out")).endsWith("yes");
        }
    }

    private static String line(Model model, String layer) {
        return model.summary()
                .lines()
                .filter(line -> line.startsWith(layer))
                .findFirst()
                .orElseThrow()
                .stripTrailing();
    }

    /** w = sign(w) * max(|w| - rate * factor * coefficient, 0), of the weight as the optimizer alone leaves it. */
    private static void assertThreshold(Model without, Model with) {
        try (Twins twins = new Twins(without, with)) {
            double threshold = 0.1 * 0.5 * 4;
            Twins.Steps steps = twins.step(BATCH);
            float[] plain = steps.afterPlain().get("hidden/kernel");
            float[] softened = steps.afterChanged().get("hidden/kernel");
            int zeros = 0;
            for (int i = 0; i < plain.length; i++) {
                double expected = Math.signum(plain[i]) * Math.max(Math.abs(plain[i]) - threshold, 0);
                assertThat((double) softened[i]).isWithin(1e-6).of(expected);
                zeros += softened[i] == 0 ? 1 : 0;
            }
            assertThat(zeros).isAtLeast(1);
            assertThat(zeros).isLessThan(plain.length);
            assertThat(steps.afterChanged().get("out/kernel"))
                    .isEqualTo(steps.afterPlain().get("out/kernel"));
        }
    }

    @Test
    void theProximalThresholdFollowsTheFactorUnderEveryOptimizerAndClipping() {
        Map<String, Double> none = Map.of("hidden.l1", 0.0);
        assertThreshold(
                RatesTest_ThresholdOfSgdModel.create(RatesTest_ThresholdOfSgdHyperparameters.of(none)),
                RatesTest_ThresholdOfSgdModel.create());
        assertThreshold(
                RatesTest_ThresholdOfAdamModel.create(RatesTest_ThresholdOfAdamHyperparameters.of(none)),
                RatesTest_ThresholdOfAdamModel.create());
        assertThreshold(
                RatesTest_ThresholdOfAdamWModel.create(RatesTest_ThresholdOfAdamWHyperparameters.of(none)),
                RatesTest_ThresholdOfAdamWModel.create());
        assertThreshold(
                RatesTest_ThresholdOfRmsPropModel.create(RatesTest_ThresholdOfRmsPropHyperparameters.of(none)),
                RatesTest_ThresholdOfRmsPropModel.create());
    }

    @Test
    void rowsOfATableThatABatchReadsFollowFactorGroupAndThreshold() {
        Map<String, Double> none = Map.of("words.l1", 0.0, "decayGroup1.weightDecay", 0.0);
        Dataset batch = Dataset.ofInts(new int[][] {{1, 4, 1}, {3, 4, 4}}).withValues(Samples.normal(4, 2), 2);
        try (Twins twins = new Twins(
                RatesTest_WordsModel.create(RatesTest_WordsHyperparameters.of(none)), RatesTest_WordsModel.create())) {
            Twins.Steps steps = twins.step(batch);
            float[] start = twins.start().get("words/embedding");
            float[] plain = steps.afterPlain().get("words/embedding");
            float[] changed = steps.afterChanged().get("words/embedding");
            double rate = 0.1 * 0.25;
            for (int i = 0; i < start.length; i++) {
                boolean touched = i / 2 == 1 || i / 2 == 3 || i / 2 == 4;
                double decayed = plain[i] - rate * 0.5 * start[i];
                double softened = Math.signum(decayed) * Math.max(Math.abs(decayed) - rate * 2, 0);
                assertThat((double) changed[i]).isWithin(1e-6).of(touched ? softened : start[i]);
            }
        }
    }

    @Test
    void twoPenaltiesOfOneLayerFallOnDifferentParameters() {
        Map<String, Double> none = Map.of("hidden.l1", 0.0, "hidden.l2", 0.0);
        try (Twins twins = new Twins(
                RatesTest_ApartModel.create(RatesTest_ApartHyperparameters.of(none)), RatesTest_ApartModel.create())) {
            twins.assertStepShifts(
                    BATCH,
                    Map.of("hidden/kernel", w -> -0.1 * 2 * 0.3 * w, "hidden/bias", w -> -0.1 * 0.2 * Math.signum(w)));
        }
    }
}
