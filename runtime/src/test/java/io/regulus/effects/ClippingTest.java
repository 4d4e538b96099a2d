package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.ClipByGlobalNorm;
import io.regulus.annotations.ClipByNorm;
import io.regulus.annotations.ClipByValue;
import io.regulus.annotations.Dense;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sgd;
import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.model.Weights;
import io.regulus.testing.Samples;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Clipping: with gradient descent of rate 1 a step is the clipped gradient itself. */
class ClippingTest {
    private static final Dataset BATCH = Samples.valued(8, 3, 2, 5);
    private static final double NO_LIMIT = 1e6;

    @Network(input = {3})
    @Regressor(outputs = 2)
    @Sgd(learningRate = 1)
    @L2(0.1)
    @ClipByGlobalNorm(NO_LIMIT)
    abstract static class GlobalNorm {
        @Dense(units = 4, activation = TANH)
        Layer hidden;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {3})
    @Regressor(outputs = 2)
    @Sgd(learningRate = 1)
    @L2(0.1)
    @ClipByNorm(NO_LIMIT)
    abstract static class Norm {
        @Dense(units = 4, activation = TANH)
        Layer hidden;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {3})
    @Regressor(outputs = 2)
    @Sgd(learningRate = 1)
    @L2(0.1)
    @ClipByValue(NO_LIMIT)
    abstract static class Value {
        @Dense(units = 4, activation = TANH)
        Layer hidden;

        @Dense(units = 2)
        Layer out;
    }

    private static Model globalNorm(double limit) {
        return ClippingTest_GlobalNormModel.create(
                ClippingTest_GlobalNormHyperparameters.defaults().withClipByGlobalNorm(clip -> clip.withValue(limit)));
    }

    private static Model norm(double limit) {
        return ClippingTest_NormModel.create(
                ClippingTest_NormHyperparameters.defaults().withClipByNorm(clip -> clip.withValue(limit)));
    }

    private static Model value(double limit) {
        return ClippingTest_ValueModel.create(
                ClippingTest_ValueHyperparameters.defaults().withClipByValue(clip -> clip.withValue(limit)));
    }

    /** The step of a model from fixed weights, by parameter. */
    private static Map<String, float[]> step(Model created) {
        try (Model model = created) {
            Weights start = model.weights();
            int seed = 0;
            for (String name : start.names()) {
                start = start.with(name, Samples.normal(start.get(name).length, seed++));
            }
            model.setWeights(start);
            model.trainOnBatch(BATCH);
            Map<String, float[]> steps = new LinkedHashMap<>();
            for (String name : start.names()) {
                float[] change = start.get(name);
                float[] after = model.weights().get(name);
                for (int i = 0; i < change.length; i++) {
                    change[i] -= after[i];
                }
                steps.put(name, change);
            }
            return steps;
        }
    }

    private static double norm(Stream<float[]> vectors) {
        double squares = 0;
        for (float[] vector : vectors.toList()) {
            for (float value : vector) {
                squares += (double) value * value;
            }
        }
        return Math.sqrt(squares);
    }

    private static void assertSteps(
            Map<String, float[]> actual, Map<String, float[]> gradients, UnaryOperator<float[]> clipped) {
        gradients.forEach((name, gradient) -> assertWithMessage(name)
                .that(actual.get(name))
                .usingTolerance(2e-6)
                .containsExactly(clipped.apply(gradient))
                .inOrder());
    }

    private static float[] times(float[] vector, double factor) {
        float[] scaled = vector.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= (float) factor;
        }
        return scaled;
    }

    @Test
    void theGlobalNormScalesAllGradientsAlike() {
        Map<String, float[]> gradients = step(globalNorm(NO_LIMIT));
        double norm = norm(gradients.values().stream());
        assertThat(norm).isGreaterThan(1);
        assertSteps(step(globalNorm(0.5)), gradients, gradient -> times(gradient, 0.5 / norm));
        assertThat(norm(step(globalNorm(0.5)).values().stream())).isWithin(1e-5).of(0.5);
    }

    @Test
    void aNormBelowTheLimitIsLeftAlone() {
        Map<String, float[]> gradients = step(globalNorm(NO_LIMIT));
        double norm = norm(gradients.values().stream());
        assertSteps(step(globalNorm(norm * 1.01)), gradients, UnaryOperator.identity());
    }

    @Test
    void theNormOfAParameterScalesItsGradientAlone() {
        Map<String, float[]> gradients = step(norm(NO_LIMIT));
        double limit = norm(Stream.of(gradients.get("out/bias"))) * 1.01;
        assertThat(norm(Stream.of(gradients.get("hidden/kernel")))).isGreaterThan(limit);
        assertSteps(
                step(norm(limit)),
                gradients,
                gradient -> times(gradient, Math.min(1, limit / norm(Stream.of(gradient)))));
    }

    @Test
    void valuesAreCut() {
        Map<String, float[]> gradients = step(value(NO_LIMIT));
        assertSteps(step(value(0.1)), gradients, gradient -> {
            float[] cut = gradient.clone();
            for (int i = 0; i < cut.length; i++) {
                cut[i] = Math.max(-0.1f, Math.min(0.1f, cut[i]));
            }
            return cut;
        });
    }

    @Test
    void theSummarySaysSoWithTheNumbersAsTheyAre() {
        try (Model model = norm(0.25)) {
            assertThat(model.summary()).contains("trained with clipByNorm(value = 0.25)\n");
        }
    }
}
