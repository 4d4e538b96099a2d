package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import io.regulus.data.Dataset;
import io.regulus.testing.Samples;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** What a penalty adds to the loss, and what its gradient does to the weights under plain gradient descent. */
class PenaltyTest {
    private static final double RATE = 0.1;
    private static final Dataset BATCH = Samples.valued(8, 3, 2, 5);

    private static DoubleUnaryOperator l2(double coefficient) {
        return w -> -RATE * coefficient * 2 * w;
    }

    private static DoubleUnaryOperator l1(double coefficient) {
        return w -> -RATE * coefficient * Math.signum(w);
    }

    private static DoubleUnaryOperator elastic(double l1, double l2) {
        return w -> l1(l1).applyAsDouble(w) + l2(l2).applyAsDouble(w);
    }

    private static EffectModels_ClassDefaultHyperparameters classDefaultWithout() {
        return EffectModels_ClassDefaultHyperparameters.defaults()
                .withNetwork(network -> network.withL2(0))
                .withOwn(own -> own.withL1(0));
    }

    @Test
    void theClassesDefaultFallsOnKernelsThatSayNothingElse() {
        try (Twins twins = new Twins(
                EffectModels_ClassDefaultModel.create(classDefaultWithout()),
                EffectModels_ClassDefaultModel.create())) {
            Twins.Steps steps = twins.assertStepShifts(
                    BATCH, Map.of("hidden/kernel", l2(0.2), "own/kernel", l1(0.3), "out/kernel", l2(0.2)));
            double expected = 0.2 * (twins.squares("hidden/kernel") + twins.squares("out/kernel"))
                    + 0.3 * twins.absolutes("own/kernel");
            assertThat(steps.changed().penalty()).isWithin(1e-5 * expected).of(expected);
            assertThat(steps.plain().penalty()).isEqualTo(0);
            assertThat(steps.changed().loss()).isEqualTo(steps.plain().loss());
            assertThat(steps.changed().total()).isWithin(1e-5).of(steps.plain().loss() + expected);
        }
    }

    @Test
    void anAbsoluteValueHasNoSlopeAtZero() {
        try (EffectModels_ClassDefaultModel model = EffectModels_ClassDefaultModel.create()) {
            model.layers().own().kernel().set(new float[12]);
            model.layers().free().kernel().set(new float[9]);
            model.trainOnBatch(BATCH);
            // no data gradient reaches it past the zeros behind it
            assertThat(model.layers().own().kernel().values()).isEqualTo(new float[12]);
        }
    }

    @Test
    void onSaysWhichParametersArePenalised() {
        EffectModels_PenaltyTargetsHyperparameters annotated = EffectModels_PenaltyTargetsHyperparameters.defaults();
        Map<String, Double> zeros = new LinkedHashMap<>();
        annotated.toMap().keySet().stream()
                .filter(name -> name.endsWith(".l1") || name.endsWith(".l2"))
                .forEach(name -> zeros.put(name, 0.0));
        assertThat(zeros).hasSize(10);
        Map<String, DoubleUnaryOperator> shifts = new LinkedHashMap<>();
        for (String parameter : new String[] {"kernel", "bias", "scale", "shift"}) {
            shifts.put("l2All/" + parameter, l2(0.2));
            shifts.put("l1All/" + parameter, l1(0.5));
            shifts.put("elasticAll/" + parameter, elastic(0.2, 0.4));
        }
        shifts.put("l2Bias/bias", l2(0.3));
        shifts.put("l1Bias/bias", l1(0.4));
        shifts.put("elastic/kernel", elastic(0.1, 0.6));
        shifts.put("elasticBias/bias", elastic(0.3, 0.2));
        try (Twins twins = new Twins(
                EffectModels_PenaltyTargetsModel.create(EffectModels_PenaltyTargetsHyperparameters.of(zeros)),
                EffectModels_PenaltyTargetsModel.create(annotated))) {
            Twins.Steps steps = twins.assertStepShifts(BATCH, shifts);
            double expected = 0;
            for (String parameter : new String[] {"kernel", "bias", "scale", "shift"}) {
                expected += 0.2 * twins.squares("l2All/" + parameter)
                        + 0.5 * twins.absolutes("l1All/" + parameter)
                        + 0.2 * twins.absolutes("elasticAll/" + parameter)
                        + 0.4 * twins.squares("elasticAll/" + parameter);
            }
            expected += 0.3 * twins.squares("l2Bias/bias")
                    + 0.4 * twins.absolutes("l1Bias/bias")
                    + 0.1 * twins.absolutes("elastic/kernel")
                    + 0.6 * twins.squares("elastic/kernel")
                    + 0.3 * twins.absolutes("elasticBias/bias")
                    + 0.2 * twins.squares("elasticBias/bias");
            assertThat(steps.changed().penalty()).isWithin(1e-5 * expected).of(expected);
        }
    }

    @Test
    void aProximalPenaltyMakesWeightsExactlyZero() {
        EffectModels_ProximalHyperparameters annotated = EffectModels_ProximalHyperparameters.defaults();
        EffectModels_ProximalHyperparameters without =
                annotated.withHidden(hidden -> hidden.withL1(0)).withBiased(biased -> biased.withL1(0));
        for (double rate : new double[] {RATE, 0.03}) {
            try (Twins twins = new Twins(
                    EffectModels_ProximalModel.create(without), EffectModels_ProximalModel.create(annotated))) {
                twins.learningRate(rate);
                Twins.Steps steps = twins.step(BATCH);
                assertThresholded(steps, "hidden/kernel", rate * 8);
                assertThresholded(steps, "biased/bias", rate * 6);
                for (String other : new String[] {"hidden/bias", "biased/kernel", "out/kernel", "out/bias"}) {
                    assertThat(steps.afterChanged().get(other))
                            .isEqualTo(steps.afterPlain().get(other));
                }
                double expected = 8 * twins.absolutes("hidden/kernel") + 6 * twins.absolutes("biased/bias");
                assertThat(steps.changed().penalty()).isWithin(1e-5 * expected).of(expected);
            }
        }
    }

    /** w = sign(w) * max(|w| - threshold, 0), of the weight as gradient descent alone would leave it. */
    private static void assertThresholded(Twins.Steps steps, String name, double threshold) {
        float[] without = steps.afterPlain().get(name);
        float[] with = steps.afterChanged().get(name);
        int zeros = 0;
        for (int i = 0; i < without.length; i++) {
            double expected = Math.signum(without[i]) * Math.max(Math.abs(without[i]) - threshold, 0);
            assertWithMessage(name + "[" + i + "]")
                    .that((double) with[i])
                    .isWithin(1e-6)
                    .of(expected);
            if (Math.abs(without[i]) < threshold - 1e-6) {
                assertThat(with[i] == 0).isTrue();
                zeros++;
            }
        }
        assertWithMessage("zeros in " + name + ", so that the test shows something")
                .that(zeros)
                .isAtLeast(1);
        assertThat(zeros).isLessThan(without.length);
    }
}
