package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.data.Dataset;
import io.regulus.engine.Settings;
import io.regulus.model.Model;
import io.regulus.testing.Samples;
import io.regulus.testing.SavedState;
import io.regulus.train.BatchResult;
import io.regulus.train.Fit;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Sharpness-aware steps by the paper's formula, in double precision. */
class SamTest {
    private static final double RATE = 0.1;
    private static final double RHO = 0.25;
    private static final double L2 = 0.05;
    private static final double ACTIVITY = 0.1;
    private static final float[][] X = {{1, 2}, {-0.5f, 0.25f}, {0.75f, -1}, {2, 0.5f}};
    private static final float[] Y = {0.5f, -1, 1.5f, 0};

    /** The mean of (w x - y)^2 + 0.1 (w x)^2 over some rows, by w. */
    private static double[] gradient(double[] w, int from, int to) {
        double[] gradient = new double[2];
        for (int row = from; row < to; row++) {
            double out = w[0] * X[row][0] + w[1] * X[row][1];
            double slope = 2 * (out - Y[row]) + 2 * ACTIVITY * out;
            for (int i = 0; i < 2; i++) {
                gradient[i] += slope * X[row][i] / (to - from);
            }
        }
        return gradient;
    }

    private static double[] sharp(double[] w, double rho, int from, int to) {
        double[] g = gradient(w, from, to);
        double norm = Math.hypot(g[0], g[1]);
        return gradient(new double[] {w[0] + rho * g[0] / norm, w[1] + rho * g[1] / norm}, from, to);
    }

    private static double[] updated(double[] w, double[] gradient) {
        return new double[] {w[0] - RATE * (gradient[0] + 2 * L2 * w[0]), w[1] - RATE * (gradient[1] + 2 * L2 * w[1])};
    }

    private static void assertKernel(Model model, double[] expected) {
        float[] kernel = model.weights().get("out/kernel");
        for (int i = 0; i < 2; i++) {
            assertThat((double) kernel[i]).isWithin(2e-6).of(expected[i]);
        }
    }

    @Test
    void aStepIsThatOfTheFormula() {
        for (double rho : new double[] {RHO, 1.5, 0}) {
            try (Model model = SamModels_LineModel.create(
                    SamModels_LineHyperparameters.defaults().withSam(sam -> sam.withRho(rho)))) {
                double[] w = {0.75, -0.5};
                model.setWeights(model.weights().with("out/kernel", new float[] {0.75f, -0.5f}));
                for (int step = 0; step < 5; step++) {
                    BatchResult result = model.trainOnBatch(Dataset.of(X, Y));
                    double loss = 0;
                    double activity = 0;
                    for (int row = 0; row < X.length; row++) {
                        double out = w[0] * X[row][0] + w[1] * X[row][1];
                        loss += (out - Y[row]) * (out - Y[row]) / X.length;
                        activity += ACTIVITY * out * out / X.length;
                    }
                    // told is what the weights were at
                    assertThat(result.loss()).isWithin(2e-6).of(loss);
                    assertThat(result.penalty()).isWithin(2e-6).of(activity + L2 * (w[0] * w[0] + w[1] * w[1]));
                    w = updated(w, rho == 0 ? gradient(w, 0, 4) : sharp(w, rho, 0, 4));
                    assertKernel(model, w);
                }
            }
        }
    }

    @Test
    void everyBatchOfAStepHasASecondRunOfItsOwn() {
        try (Model model = SamModels_PartsModel.create()) {
            double[] w = {0.75, -0.5};
            model.setWeights(model.weights().with("out/kernel", new float[] {0.75f, -0.5f}));
            model.fit(
                    Dataset.of(X, Y), Fit.epochs(1).batchSize(3).shuffle(false).verbose(false));
            double[] first = sharp(w, RHO, 0, 3);
            double[] second = sharp(w, RHO, 3, 4);
            assertThat(model.steps()).isEqualTo(1);
            assertKernel(model, updated(w, new double[] {(3 * first[0] + second[0]) / 4, (3 * first[1] + second[1]) / 4
            }));
        }
    }

    /** Three weights of two outputs share one norm. */
    @Test
    void theNormIsOverAllWeights() {
        float[][] x = {{1, 2}};
        Dataset row = Dataset.builder()
                .input("input", x)
                .values("one", new float[][] {{1, -1}})
                .values("other", new float[][] {{2}})
                .build();
        try (Model model = SamModels_HeadsModel.create()) {
            float[] one = {0.5f, -0.25f, 1, 0.75f};
            float[] other = {0.25f, -0.5f};
            model.setWeights(model.weights().with("one/kernel", one).with("other/kernel", other));
            model.trainOnBatch(row);
            double[][] w = {{0.5, 1}, {-0.25, 0.75}, {0.25, -0.5}};
            double[] targets = {1, -1, 2};
            // 0.5 * the mean of two squares, and one square
            double[] counts = {0.25, 0.25, 1};
            double[][] g = slopes(w, targets, counts);
            double norm = Math.sqrt(Arrays.stream(g)
                    .flatMapToDouble(Arrays::stream)
                    .map(v -> v * v)
                    .sum());
            double[][] there = new double[3][2];
            for (int k = 0; k < 3; k++) {
                for (int i = 0; i < 2; i++) {
                    there[k][i] = w[k][i] + RHO * g[k][i] / norm;
                }
            }
            double[][] sharp = slopes(there, targets, counts);
            float[] oneNow = model.weights().get("one/kernel");
            float[] otherNow = model.weights().get("other/kernel");
            for (int i = 0; i < 2; i++) {
                assertThat((double) oneNow[2 * i]).isWithin(2e-6).of(w[0][i] - RATE * sharp[0][i]);
                assertThat((double) oneNow[2 * i + 1]).isWithin(2e-6).of(w[1][i] - RATE * sharp[1][i]);
                assertThat((double) otherNow[i]).isWithin(2e-6).of(w[2][i] - RATE * sharp[2][i]);
            }
        }
    }

    private static double[][] slopes(double[][] w, double[] targets, double[] counts) {
        double[][] slopes = new double[3][2];
        for (int k = 0; k < 3; k++) {
            double error = w[k][0] + 2 * w[k][1] - targets[k];
            slopes[k][0] = counts[k] * 2 * error;
            slopes[k][1] = counts[k] * 2 * error * 2;
        }
        return slopes;
    }

    /** Where nothing is to be learned there is no way up, and the division by the norm is none by 0. */
    @Test
    void withoutAGradientNothingMoves() {
        try (Model model = SamModels_HeadsModel.create()) {
            model.setWeights(
                    model.weights().with("one/kernel", new float[] {1, 0, 0, 1}).with("other/kernel", new float[] {0, 1
                    }));
            model.trainOnBatch(Dataset.builder()
                    .input("input", new float[][] {{1, 2}})
                    .values("one", new float[][] {{1, 2}})
                    .values("other", new float[][] {{2}})
                    .build());
            assertThat(model.weights().get("one/kernel")).isEqualTo(new float[] {1, 0, 0, 1});
            assertThat(model.weights().get("other/kernel")).isEqualTo(new float[] {0, 1});
        }
    }

    @Test
    void atRhoZeroTheLayersRunOnce() {
        Dataset data = Samples.labelled(24, 5, 3, 1);
        try (Model off = SamModels_TwiceModel.create(
                        SamModels_TwiceHyperparameters.defaults().withSam(sam -> sam.withRho(0)));
                Model once = SamModels_OnceModel.create();
                Model on = SamModels_TwiceModel.create()) {
            for (int step = 0; step < 3; step++) {
                off.trainOnBatch(data);
                once.trainOnBatch(data);
                on.trainOnBatch(data);
            }
            SavedState.of(once).assertStateOf(off);
            assertThat(on.weights().get("logits/kernel"))
                    .isNotEqualTo(once.weights().get("logits/kernel"));
            assertThat(on.weights().get("still/kernel"))
                    .isEqualTo(once.weights().get("still/kernel"));
            on.setWeights(once.weights());
            assertThat(on.evaluate(data)).isEqualTo(once.evaluate(data));
            assertThat(on.summary()).contains("sam(rho = 0.05)");
        }
    }

    /** The first step has the same weights with and without: whatever statistics follow is the first run. */
    @Test
    void statisticsFollowTheFirstRunAlone() {
        Dataset data = Samples.labelled(24, 5, 3, 1);
        try (Model on = SamModels_TwiceModel.create(
                        SamModels_TwiceHyperparameters.defaults().withSam(sam -> sam.withRho(3)));
                Model once = SamModels_OnceModel.create()) {
            assertThat(on.trainOnBatch(data).loss())
                    .isEqualTo(once.trainOnBatch(data).loss());
            for (String statistic : new String[] {"first/mean", "first/variance"}) {
                assertThat(on.weights().get(statistic)).isEqualTo(once.weights().get(statistic));
            }
            assertThat(on.weights().get("first/kernel"))
                    .isNotEqualTo(once.weights().get("first/kernel"));
        }
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        Dataset data = Samples.labelled(24, 5, 3, 1);
        Fit fit = Fit.epochs(3).batchSize(8).verbose(false);
        try (Model one = SamModels_TwiceModel.create();
                Model other = SamModels_TwiceModel.create();
                Model unlike = SamModels_TwiceModel.create(
                        Settings.defaults().withSeed(Settings.defaults().seed() + 1))) {
            one.fit(data, fit);
            other.fit(data, fit);
            unlike.fit(data, fit);
            SavedState.of(one).assertStateOf(other);
            SavedState.of(one).assertNotStateOf(unlike);
        }
    }
}
