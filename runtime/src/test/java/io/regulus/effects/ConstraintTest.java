package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static io.regulus.annotations.ActivationFunction.TANH;
import static io.regulus.testing.Values.norm;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulus.annotations.AdamW;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.Dense;
import io.regulus.annotations.DepthwiseConv2D;
import io.regulus.annotations.L1;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MaxNorm;
import io.regulus.annotations.MinMaxNorm;
import io.regulus.annotations.Network;
import io.regulus.annotations.On;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.UnitNorm;
import io.regulus.data.Dataset;
import io.regulus.model.Weights;
import io.regulus.testing.Samples;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Constraints: after a step each unit's norm is what was asked, and the weights point where the optimizer left them. */
class ConstraintTest {
    private static final Dataset BATCH = Samples.valued(8, 3, 2, 5);
    private static final double NO_LIMIT = 1e6;

    @Network(input = {3})
    @Regressor(outputs = 2)
    @Sgd(learningRate = 0.1)
    @MaxNorm(NO_LIMIT)
    abstract static class Limited {
        @Dense(units = 4, activation = TANH)
        Layer hidden;

        @Dense(units = 4, activation = TANH)
        @MaxNorm(value = NO_LIMIT, on = On.BIAS)
        Layer biased;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {3})
    @Regressor(outputs = 2)
    @Sgd(learningRate = 0.1)
    abstract static class Between {
        @Dense(units = 2)
        @MinMaxNorm(min = 0.5, max = 1)
        Layer out;
    }

    @Network(input = {4, 4, 2})
    @Regressor(outputs = 2)
    @AdamW(learningRate = 0.01)
    abstract static class Filters {
        @Conv2D(filters = 3, kernel = 2, activation = TANH)
        @MaxNorm(NO_LIMIT)
        Layer conv;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {4, 4, 2})
    @Regressor(outputs = 2)
    @Sgd(learningRate = 0.1)
    abstract static class Depthwise {
        @DepthwiseConv2D(kernel = 2, depthMultiplier = 2, activation = TANH)
        @UnitNorm
        Layer conv;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {3})
    @Regressor(outputs = 2)
    @AdamW(learningRate = 0.1)
    abstract static class Unit {
        @Dense(units = 6, activation = TANH)
        @L1(value = 4, proximal = true)
        @UnitNorm(on = On.ALL)
        Layer hidden;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {3})
    @Regressor(outputs = 2)
    @AdamW(learningRate = 0.1)
    abstract static class Free {
        @Dense(units = 6, activation = TANH)
        @L1(value = 4, proximal = true)
        Layer hidden;

        @Dense(units = 2)
        Layer out;
    }

    /** The factor of each unit is a function of the norm that the optimizer left it with; how many units it changed. */
    private static int assertScaled(Twins.Steps steps, String name, int units, DoubleUnaryOperator factor) {
        float[] free = steps.afterPlain().get(name);
        float[] held = steps.afterChanged().get(name);
        int changed = 0;
        for (int unit = 0; unit < units; unit++) {
            double scale = factor.applyAsDouble(norm(free, unit, units));
            changed += Math.abs(scale - 1) > 1e-3 ? 1 : 0;
            for (int i = unit; i < free.length; i += units) {
                assertWithMessage(name + "[" + i + "]")
                        .that((double) held[i])
                        .isWithin(2e-6)
                        .of(free[i] * scale);
            }
        }
        return changed;
    }

    private static DoubleUnaryOperator limit(double limit) {
        return norm -> Math.min(norm, limit) / (1e-7 + norm);
    }

    @Test
    void aLimitHoldsForEveryUnitOfEveryKernelWithoutAConstraintOfItsOwn() {
        Map<String, Double> limits = Map.of("maxNorm.value", 1.5, "biased.maxNorm", 0.9);
        try (Twins twins = new Twins(
                ConstraintTest_LimitedModel.create(),
                ConstraintTest_LimitedModel.create(ConstraintTest_LimitedHyperparameters.of(limits)))) {
            Twins.Steps steps = twins.step(BATCH);
            int changed = assertScaled(steps, "hidden/kernel", 4, limit(1.5))
                    + assertScaled(steps, "out/kernel", 2, limit(1.5));
            assertThat(changed).isAtLeast(1);
            assertThat(changed).isLessThan(6);
            assertThat(assertScaled(steps, "biased/bias", 1, limit(0.9))).isEqualTo(1);
            for (String free : new String[] {"hidden/bias", "biased/kernel", "out/bias"}) {
                assertThat(steps.afterChanged().get(free))
                        .isEqualTo(steps.afterPlain().get(free));
            }
        }
    }

    @Test
    void aFilterIsAUnit() {
        Map<String, Double> limits = Map.of("conv.maxNorm", 2.7);
        try (Twins twins = new Twins(
                ConstraintTest_FiltersModel.create(),
                ConstraintTest_FiltersModel.create(ConstraintTest_FiltersHyperparameters.of(limits)))) {
            int changed = assertScaled(twins.step(Samples.valued(6, 32, 2, 4)), "conv/kernel", 3, limit(2.7));
            assertThat(changed).isAtLeast(1);
        }
    }

    @Test
    void ofADepthwiseKernelEachChannelIsAUnit() {
        try (ConstraintTest_DepthwiseModel model = ConstraintTest_DepthwiseModel.create()) {
            model.trainOnBatch(Samples.valued(6, 32, 2, 4));
            for (int output = 0; output < 4; output++) {
                assertThat(norm(model.weights().get("conv/kernel"), output, 4))
                        .isWithin(1e-5)
                        .of(1);
            }
        }
    }

    @Test
    void unitsOfNormOneKeepTheZerosOfASoftThreshold() {
        try (Twins twins = new Twins(ConstraintTest_FreeModel.create(), ConstraintTest_UnitModel.create())) {
            Twins.Steps steps = twins.step(BATCH);
            assertScaled(steps, "hidden/kernel", 6, norm -> 1 / (1e-7 + norm));
            assertScaled(steps, "hidden/bias", 1, norm -> 1 / (1e-7 + norm));
            float[] free = steps.afterPlain().get("hidden/kernel");
            float[] held = steps.afterChanged().get("hidden/kernel");
            int zeros = 0;
            for (int i = 0; i < free.length; i++) {
                assertThat(held[i] == 0).isEqualTo(free[i] == 0);
                zeros += free[i] == 0 ? 1 : 0;
            }
            assertThat(zeros).isAtLeast(1);
            assertThat(zeros).isLessThan(free.length);
        }
    }

    @Test
    void whatTrainingStartsWithIsNotTouched() {
        // a unit that a soft threshold empties has no direction to keep
        Map<String, Double> unsoftened = Map.of("hidden.l1", 0.0);
        try (ConstraintTest_UnitModel model =
                ConstraintTest_UnitModel.create(ConstraintTest_UnitHyperparameters.of(unsoftened))) {
            Weights start = model.weights().with("hidden/kernel", Samples.normal(18, 2));
            model.setWeights(start);
            model.predict(BATCH);
            assertThat(model.weights().get("hidden/kernel")).isEqualTo(start.get("hidden/kernel"));
            model.trainOnBatch(BATCH);
            for (int unit = 0; unit < 6; unit++) {
                assertThat(norm(model.weights().get("hidden/kernel"), unit, 6))
                        .isWithin(1e-5)
                        .of(1);
            }
        }
    }

    @Test
    void theSummaryNamesTheConstraintOfTheClass() {
        try (ConstraintTest_LimitedModel model = ConstraintTest_LimitedModel.create()) {
            assertThat(model.summary()).contains("trained with maxNorm(value = ");
        }
    }

    @Test
    void limitsThatCrossAreRefusedWhenTheModelIsMade() {
        ConstraintTest_BetweenHyperparameters crossed =
                ConstraintTest_BetweenHyperparameters.defaults().withOut(out -> out.withMinMaxNormMin(2));
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> ConstraintTest_BetweenModel.create(crossed).close());
        assertThat(refused)
                .hasMessageThat()
                .isEqualTo(
                        "@MinMaxNorm of 'out/kernel': min = 2.0 is above max = 1.0; no norm is between them. Give a min of at"
                                + " most 1.0, or a larger max");
    }
}
