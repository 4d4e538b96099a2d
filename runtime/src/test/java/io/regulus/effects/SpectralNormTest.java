package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import io.regulus.data.Dataset;
import io.regulus.engine.Settings;
import io.regulus.interchange.WeightMapping;
import io.regulus.model.Weights;
import io.regulus.save.NamedTensor;
import io.regulus.save.SafetensorsFile;
import io.regulus.testing.Samples;
import io.regulus.testing.SavedState;
import io.regulus.train.Fit;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A spectral norm divides a kernel by its largest singular value, which it comes to know step by step. */
class SpectralNormTest {
    private static final int INPUTS = 6;
    private static final int UNITS = 4;
    private static final Dataset ROWS = Samples.valued(16, INPUTS, UNITS, 3);

    @TempDir
    Path folder;

    /** Of a kernel [inputs, units]: v = M u, of length 1, then u = M^T v likewise. */
    private static double[] iterated(float[] kernel, double[] u) {
        double[] v = ofLengthOne(times(kernel, u));
        double[] next = new double[UNITS];
        for (int i = 0; i < kernel.length; i++) {
            next[i % UNITS] += kernel[i] * v[i / UNITS];
        }
        return ofLengthOne(next);
    }

    private static double[] times(float[] kernel, double[] u) {
        double[] product = new double[kernel.length / UNITS];
        for (int i = 0; i < kernel.length; i++) {
            product[i / UNITS] += kernel[i] * u[i % UNITS];
        }
        return product;
    }

    private static double length(double[] x) {
        double squares = 0;
        for (double value : x) {
            squares += value * value;
        }
        return Math.sqrt(squares);
    }

    private static double[] ofLengthOne(double[] x) {
        double[] scaled = x.clone();
        for (int i = 0; i < x.length; i++) {
            scaled[i] /= length(x);
        }
        return scaled;
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    /** By power iteration to the end. */
    private static double largestSingularValue(float[] kernel) {
        double[] u = {1, 0.3, -0.2, 0.7};
        for (int i = 0; i < 10_000; i++) {
            u = iterated(kernel, u);
        }
        return length(times(kernel, u));
    }

    private static void assertDivides(float[][] predicted, float[][] rows, Weights weights, double sigma) {
        float[] kernel = weights.get("out/kernel");
        for (int row = 0; row < rows.length; row++) {
            for (int unit = 0; unit < UNITS; unit++) {
                double y = weights.get("out/bias")[unit];
                for (int i = 0; i < INPUTS; i++) {
                    y += rows[row][i] * kernel[i * UNITS + unit] / sigma;
                }
                assertThat((double) predicted[row][unit]).isWithin(1e-5).of(y);
            }
        }
    }

    private static void assertClose(float[] found, double[] expected) {
        assertThat(found).hasLength(expected.length);
        for (int i = 0; i < found.length; i++) {
            assertThat((double) found[i]).isWithin(1e-5).of(expected[i]);
        }
    }

    /** A vector that knows nothing of the kernel is 15 iterations away from it. */
    @Test
    void theFirstPredictionsKnowTheKernel() {
        float[][] rows = Samples.rows(5, INPUTS, 4);
        try (SpectralModels_OnceModel model = SpectralModels_OnceModel.create();
                SpectralModels_PlainModel plain = SpectralModels_PlainModel.create()) {
            Weights weights = model.weights();
            assertThat(weights.names())
                    .containsExactly("out/kernel", "out/u", "out/bias")
                    .inOrder();
            float[] kernel = weights.get("out/kernel");
            assertThat(kernel).isEqualTo(plain.weights().get("out/kernel"));
            assertThat(length(doubles(weights.get("out/u")))).isWithin(1e-6).of(1);
            double sigma = length(times(kernel, doubles(weights.get("out/u"))));
            double largest = largestSingularValue(kernel);
            assertThat(sigma).isWithin(0.02 * largest).of(largest);
            assertDivides(model.predict(rows), rows, weights, sigma);
        }
    }

    /** Whatever the length of u: that of a moving average is not 1. */
    @Test
    void onlyTheDirectionOfTheVectorCounts() {
        float[][] rows = Samples.rows(5, INPUTS, 4);
        try (SpectralModels_OnceModel model = SpectralModels_OnceModel.create()) {
            float[] u = {0.5f, -1, 2, 0.25f};
            model.setWeights(model.weights().with("out/u", u));
            float[] kernel = model.weights().get("out/kernel");
            assertDivides(model.predict(rows), rows, model.weights(), length(times(kernel, ofLengthOne(doubles(u)))));
        }
    }

    @Test
    void aStepIteratesAsOftenAsTheAnnotationSays() {
        float[] u = {0.5f, -1, 2, 0.25f};
        try (SpectralModels_OnceModel once = SpectralModels_OnceModel.create();
                SpectralModels_ThriceModel thrice = SpectralModels_ThriceModel.create()) {
            once.setWeights(once.weights().with("out/u", u));
            thrice.setWeights(thrice.weights().with("out/u", u));
            float[] kernel = once.weights().get("out/kernel");
            once.trainOnBatch(ROWS);
            thrice.trainOnBatch(ROWS);
            double[] first = iterated(kernel, doubles(u));
            assertClose(once.weights().get("out/u"), first);
            assertClose(thrice.weights().get("out/u"), iterated(kernel, iterated(kernel, first)));
        }
    }

    /** The kernel hardly moves: after some steps the layer knows its largest singular value. */
    @Test
    void itComesToTheLargestSingularValue() {
        float[][] rows = Samples.rows(5, INPUTS, 4);
        try (SpectralModels_StillModel model = SpectralModels_StillModel.create()) {
            model.fit(ROWS, Fit.epochs(100).batchSize(8).verbose(false));
            double largest = largestSingularValue(model.weights().get("out/kernel"));
            assertDivides(model.predict(rows), rows, model.weights(), largest);
        }
    }

    @Test
    void aLayerThatIsUsedTwiceIteratesOnce() {
        float[] u = {0.5f, -1, 2, 0.25f};
        try (SpectralModels_SharedModel model = SpectralModels_SharedModel.create()) {
            model.setWeights(model.weights().with("first/u", u));
            float[] kernel = model.weights().get("first/kernel");
            assertThat(model.weights().names()).containsExactly("first/kernel", "first/u", "first/bias");
            model.trainOnBatch(Samples.valued(16, INPUTS, UNITS, 3));
            assertClose(model.weights().get("first/u"), iterated(kernel, doubles(u)));
        }
    }

    /** Gradients of the mean of squared errors by kernel and bias, where the first singular vectors are known. */
    private static final class Slope {
        private final double[] kernel;
        private final double[] bias;

        Slope(double[] kernel, double[] bias) {
            this.kernel = kernel;
            this.bias = bias;
        }

        static Slope of(double[] kernel, double[] bias, double[] u, float[][] rows, float[][] targets) {
            double[] mu = new double[INPUTS];
            for (int i = 0; i < kernel.length; i++) {
                mu[i / UNITS] += kernel[i] * u[i % UNITS];
            }
            double sigma = length(mu);
            double[] byNormed = new double[kernel.length];
            double[] byBias = new double[UNITS];
            for (int row = 0; row < rows.length; row++) {
                for (int unit = 0; unit < UNITS; unit++) {
                    double error = bias[unit] - targets[row][unit];
                    for (int i = 0; i < INPUTS; i++) {
                        error += rows[row][i] * kernel[i * UNITS + unit] / sigma;
                    }
                    double slope = 2 * error / (rows.length * UNITS);
                    byBias[unit] += slope;
                    for (int i = 0; i < INPUTS; i++) {
                        byNormed[i * UNITS + unit] += slope * rows[row][i];
                    }
                }
            }
            double along = 0;
            for (int i = 0; i < kernel.length; i++) {
                along += byNormed[i] * kernel[i] / sigma;
            }
            double[] v = ofLengthOne(mu);
            double[] byKernel = new double[kernel.length];
            for (int i = 0; i < kernel.length; i++) {
                byKernel[i] = (byNormed[i] - along * v[i / UNITS] * u[i % UNITS]) / sigma;
            }
            return new Slope(byKernel, byBias);
        }

        double norm() {
            return Math.hypot(length(kernel), length(bias));
        }
    }

    private static double[] plus(double[] x, double factor, double[] y) {
        double[] sum = x.clone();
        for (int i = 0; i < x.length; i++) {
            sum[i] += factor * y[i];
        }
        return sum;
    }

    /** The second run of a step, at weights that are not kept, goes by the vector of the first one and leaves it. */
    @Test
    void sharpnessTakesTheVectorOfTheStep() {
        float[][] rows = Samples.rows(16, INPUTS, 5);
        float[][] targets = Samples.rows(16, UNITS, 6);
        try (SpectralModels_SharpModel model = SpectralModels_SharpModel.create()) {
            double[] kernel = doubles(model.weights().get("out/kernel"));
            double[] bias = new double[UNITS];
            double[] u = doubles(model.weights().get("out/u"));
            // so many that sigma is v^T M u and ||M u|| alike
            for (int i = 0; i < 40; i++) {
                u = iterated(model.weights().get("out/kernel"), u);
            }
            Slope here = Slope.of(kernel, bias, u, rows, targets);
            double share = 0.2 / here.norm();
            Slope there = Slope.of(plus(kernel, share, here.kernel), plus(bias, share, here.bias), u, rows, targets);
            model.trainOnBatch(Dataset.of(rows, targets));
            assertClose(model.weights().get("out/u"), u);
            assertClose(model.weights().get("out/kernel"), plus(kernel, -0.1, there.kernel));
            assertClose(model.weights().get("out/bias"), plus(bias, -0.1, there.bias));
        }
    }

    @Test
    void asksLeaveTheVectorAloneAndSoDoesAFrozenLayer() {
        try (SpectralModels_FrozenModel model = SpectralModels_FrozenModel.create()) {
            float[] u = {0.5f, -1, 2, 0.25f};
            model.setWeights(model.weights().with("out/u", u));
            Weights before = model.weights();
            model.predict(Samples.rows(5, INPUTS, 4));
            model.evaluate(ROWS);
            model.fit(ROWS, Fit.epochs(2).batchSize(8).verbose(false));
            assertThat(model.weights().get("out/u")).isEqualTo(u);
            assertThat(model.weights().get("out/kernel")).isEqualTo(before.get("out/kernel"));
            assertThat(model.weights().get("body/kernel")).isNotEqualTo(before.get("body/kernel"));
        }
    }

    /** Zeros give the bias, and learn along the gradient of the layer without a norm; the vector stays what it was. */
    @Test
    void aKernelOfZerosGivesNothingAndLearns() {
        float[][] row = {{1, 0, 0, 2, 0, 0}};
        try (SpectralModels_OnceModel model = SpectralModels_OnceModel.create()) {
            float[] u = model.weights().get("out/u");
            model.setWeights(model.weights().with("out/kernel", new float[INPUTS * UNITS]));
            assertThat(model.predict(row)[0]).isEqualTo(new float[UNITS]);
            // of the mean of four squared errors the slope by the first output is 2 / 4 * (0 - 4) = -2
            model.trainOnBatch(Dataset.of(row, new float[][] {{4, 0, 0, 0}}));
            float rate = (float) model.learningRate();
            float[] kernel = model.weights().get("out/kernel");
            assertThat(kernel[0]).isWithin(1e-6f).of(2 * rate);
            assertThat(kernel[3 * UNITS]).isWithin(1e-6f).of(4 * rate);
            assertThat(kernel[1]).isEqualTo(0f);
            assertThat(model.weights().get("out/u")).isEqualTo(u);
        }
    }

    @Test
    void savedAndLoadedItGoesOnBitForBit() {
        try (SpectralModels_ThriceModel whole = SpectralModels_ThriceModel.create();
                SpectralModels_ThriceModel half = SpectralModels_ThriceModel.create()) {
            Fit fit = Fit.epochs(4).batchSize(8).verbose(false);
            whole.fit(ROWS, fit);
            half.fit(ROWS, Fit.epochs(2).batchSize(8).verbose(false));
            half.save(folder);
            try (SpectralModels_ThriceModel loaded = SpectralModels_ThriceModel.load(folder)) {
                loaded.fit(ROWS, fit.initialEpoch(2));
                SavedState.of(whole).assertStateOf(loaded);
            }
        }
    }

    @Test
    void pytorchKnowsItAsAParametrization() {
        Path file = folder.resolve("weights.safetensors");
        try (SpectralModels_OnceModel model = SpectralModels_OnceModel.create();
                SpectralModels_OnceModel other =
                        SpectralModels_OnceModel.create(Settings.defaults().withSeed(9))) {
            model.exportWeights(file, WeightMapping.PYTORCH);
            assertThat(SafetensorsFile.read(file).tensors().stream().map(NamedTensor::name))
                    .containsExactly(
                            "out.parametrizations.weight.original", "out.parametrizations.weight.0._u", "out.bias");
            other.importWeights(file, WeightMapping.PYTORCH);
            for (String name : model.weights().names()) {
                assertThat(other.weights().get(name)).isEqualTo(model.weights().get(name));
            }
        }
    }

    @Test
    void theSummaryTellsOfIt() {
        try (SpectralModels_OnceModel model = SpectralModels_OnceModel.create()) {
            assertWithMessage("summary").that(model.summary()).contains("dense with spectral norm");
            assertThat(model.summary()).containsMatch(" u +\\[?4\\]? +4");
        }
    }
}
