package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static io.regulus.testing.Values.squares;

import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.model.Weights;
import org.junit.jupiter.api.Test;

/** Biases, inputs, slopes and first draws of kernels. */
class LayerEffectsTest {
    @Test
    void aNormTakesTheBiasAwayUnlessItIsAskedFor() {
        try (EffectModels_BiasesModel model = EffectModels_BiasesModel.create()) {
            assertThat(model.weights().names().stream()
                            .filter(name -> name.endsWith("/bias"))
                            .toList())
                    .containsExactly("convBoth/bias", "conv/bias", "both/bias", "out/bias")
                    .inOrder();
        }
    }

    @Test
    void bytesAreUnsignedAndScaled() {
        byte[] bytes = {0, 1, 127, -128, -1, 64, -56, 3};
        float[] floats = new float[8];
        for (int i = 0; i < 8; i++) {
            floats[i] = (bytes[i] & 0xff) / 255f;
        }
        try (EffectModels_BytesModel model = EffectModels_BytesModel.create();
                EffectModels_FloatsModel reference = EffectModels_FloatsModel.create()) {
            assertSame(
                    model.predict(Dataset.ofFlatBytes(bytes, 4)),
                    reference.predict(Dataset.ofFlat(floats, 4)),
                    model,
                    reference);
        }
    }

    @Test
    void intsAreScaled() {
        int[] ints = {0, 1, -1, 12345, -2000, 70000, 8, 100};
        float[] floats = new float[8];
        for (int i = 0; i < 8; i++) {
            floats[i] = ints[i] * 0.001f;
        }
        try (EffectModels_IntsModel model = EffectModels_IntsModel.create();
                EffectModels_FloatsModel reference = EffectModels_FloatsModel.create()) {
            assertSame(
                    model.predict(Dataset.ofFlatInts(ints, 4)),
                    reference.predict(Dataset.ofFlat(floats, 4)),
                    model,
                    reference);
        }
    }

    private static void assertSame(float[][] actual, float[][] expected, Model model, Model reference) {
        // layers of one name and shape start alike
        assertThat(model.weights().get("hidden/kernel"))
                .isEqualTo(reference.weights().get("hidden/kernel"));
        for (int row = 0; row < expected.length; row++) {
            for (int i = 0; i < expected[row].length; i++) {
                assertThat(actual[row][i]).isWithin(1e-6f).of(expected[row][i]);
            }
        }
        assertThat(expected[0][0]).isNotWithin(1e-3f).of(expected[1][0]);
    }

    @Test
    void theSlopeIsTakenLeftOfZeroOnly() {
        try (EffectModels_LeakyModel model = EffectModels_LeakyModel.create()) {
            Weights weights = model.weights();
            float[] identity = new float[16];
            for (int i = 0; i < 4; i++) {
                identity[5 * i] = 1;
            }
            model.setWeights(weights.with("out/kernel", identity));
            float[] y = model.predict(new float[][] {{-2, 5}})[0];
            assertThat(y)
                    .usingTolerance(1e-6)
                    .containsExactly(-0.6f, 5, -0.4f, 5)
                    .inOrder();
        }
    }

    @Test
    void everyDenseKernelIsDrawnAsItsFieldSays() {
        try (EffectModels_DenseInitializersModel model = EffectModels_DenseInitializersModel.create()) {
            Weights weights = model.weights();
            double glorot = 2.0 / (400 + 100);
            assertUniform(weights, "byDefault/kernel", glorot);
            assertUniform(weights, "glorotUniform/kernel", glorot);
            assertNormal(weights, "glorotNormal/kernel", glorot);
            assertUniform(weights, "heUniform/kernel", 2.0 / 400);
            assertNormal(weights, "heNormal/kernel", 2.0 / 400);
            assertUniform(weights, "lecunUniform/kernel", 1.0 / 400);
            assertNormal(weights, "lecunNormal/kernel", 1.0 / 400);
            assertThat(weights.get("heNormal/bias")).isEqualTo(new float[100]);
        }
    }

    @Test
    void everyConvolutionKernelIsDrawnAsItsFieldSays() {
        try (EffectModels_ConvInitializersModel model = EffectModels_ConvInitializersModel.create()) {
            assertUniform(model.weights(), "byDefault/kernel", 2.0 / (9 * 40 + 9 * 120));
            assertNormal(model.weights(), "heNormal/kernel", 2.0 / (9 * 40));
        }
    }

    private static void assertUniform(Weights weights, String name, double variance) {
        assertVariance(weights, name, variance);
        assertWithMessage("largest of " + name).that(largest(weights.get(name))).isAtMost(Math.sqrt(3 * variance));
    }

    private static void assertNormal(Weights weights, String name, double variance) {
        assertVariance(weights, name, variance);
        // the cut of a normal lies at 2.27 deviations
        assertWithMessage("largest of " + name).that(largest(weights.get(name))).isAtLeast(2.2 * Math.sqrt(variance));
    }

    private static void assertVariance(Weights weights, String name, double variance) {
        float[] values = weights.get(name);
        assertWithMessage("variance of " + name)
                .that(squares(values) / values.length)
                .isWithin(0.03 * variance)
                .of(variance);
    }

    private static double largest(float[] values) {
        double largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest * 0.999999;
    }
}
