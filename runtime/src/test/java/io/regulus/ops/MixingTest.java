package io.regulus.ops;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import io.regulus.testing.Samples;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Mixed rows: the papers' formulas with the draws as they are in the graph, and the distributions of the draws. */
class MixingTest {
    private static final int ROWS = 6;
    private static final int MANY = 40_000;

    @Test
    void mixUpAddsThePartnersByTheirShares() {
        for (boolean perRow : new boolean[] {false, true}) {
            float[] x = Samples.normal(ROWS * 4, 1);
            try (InputGraph graph = new InputGraph(1, 4)) {
                Operand<TFloat32> mixed = perRow
                        ? Mixing.mixUpPerRow(graph.pass(), "input", graph.x(), 0.8)
                        : Mixing.mixUp(graph.pass(), "input", graph.x(), 0.8);
                Mixing mixing = graph.pass().mixing().orElseThrow();
                float[] actual = graph.run(mixed, ROWS, 3, x);
                float[] partner = graph.run(mixing.partner(), ROWS, 3, x);
                float[] share = graph.run(mixing.share(), ROWS, 3, x);
                assertThat(share).hasLength(perRow ? ROWS : 1);
                assertPermutation(partner);
                for (int i = 0; i < actual.length; i++) {
                    double kept = share[share.length == 1 ? 0 : i / 4];
                    int other = (int) partner[i / 4];
                    assertThat((double) actual[i]).isWithin(1e-6).of(kept * x[i] + (1 - kept) * x[other * 4 + i % 4]);
                }
            }
        }
    }

    private static void assertPermutation(float[] partner) {
        boolean[] seen = new boolean[partner.length];
        for (float row : partner) {
            seen[(int) row] = true;
        }
        assertThat(seen).asList().doesNotContain(false);
    }

    /** The box of Yun et al. from its draws: sides of sqrt(1 - share), cut off at the border. */
    @Test
    void cutMixReplacesABoxAndTellsItsArea() {
        int h = 8;
        int w = 6;
        float[] x = Samples.normal(ROWS * h * w, 1);
        try (InputGraph graph = new InputGraph(1, h, w, 1)) {
            Operand<TFloat32> mixed = Mixing.cutMix(graph.pass(), "input", graph.x(), 1);
            Mixing mixing = graph.pass().mixing().orElseThrow();
            InputDraws draws = new InputDraws(graph.pass(), "input");
            Ops tf = graph.pass().tf();
            Operand<TInt32> one = tf.constant(new int[] {1});
            Operand<TFloat32> beta = draws.betaOf("cutmix", tf.constant(new int[0]), 1);
            Operand<TInt32> centreRow = draws.belowOf("cutmix row", one, h);
            Operand<TInt32> centreColumn = draws.belowOf("cutmix column", one, w);
            int boxes = 0;
            for (int step = 0; step < 20; step++) {
                double side = Math.sqrt(1 - graph.run(beta, ROWS, step, x)[0]);
                int height = (int) (h * side);
                int width = (int) (w * side);
                int top = (int) graph.run(centreRow, ROWS, step, x)[0] - height / 2;
                int left = (int) graph.run(centreColumn, ROWS, step, x)[0] - width / 2;
                float[] partner = graph.run(mixing.partner(), ROWS, step, x);
                assertPermutation(partner);
                float[] actual = graph.run(mixed, ROWS, step, x);
                int replaced = 0;
                for (int i = 0; i < actual.length; i++) {
                    int row = i / (h * w);
                    int pixel = i % (h * w);
                    int down = pixel / w - top;
                    int across = pixel % w - left;
                    boolean inside = down >= 0 && down < height && across >= 0 && across < width;
                    replaced += inside ? 1 : 0;
                    int from = inside ? (int) partner[row] : row;
                    assertWithMessage("step %s, row %s, pixel %s", step, row, pixel)
                            .that(actual[i])
                            .isEqualTo(x[from * h * w + pixel]);
                }
                boxes += replaced > 0 ? 1 : 0;
                assertThat((double) graph.run(mixing.share(), ROWS, step, x)[0])
                        .isWithin(1e-6)
                        .of(1 - replaced / (double) actual.length);
            }
            assertThat(boxes).isAtLeast(10);
        }
    }

    /** The mean of Beta(a, a) is 1/2, its variance 1 / (4 * (2a + 1)); its fourth moment tells it from others of that variance. */
    @Test
    void sharesFollowTheBetaDistribution() {
        for (double alpha : new double[] {0.05, 0.2, 1, 4}) {
            try (InputGraph graph = new InputGraph(1, 1)) {
                Ops tf = graph.pass().tf();
                Operand<TFloat32> shares =
                        new InputDraws(graph.pass(), "input").betaOf("mixup", tf.constant(new int[] {MANY}), alpha);
                Moments found = Moments.of(graph.run(shares, 1, 0, 0));
                double variance = 1 / (4 * (2 * alpha + 1));
                double kurtosis = 3 - 6 / (2 * alpha + 3);
                assertWithMessage("mean, alpha %s", alpha)
                        .that(found.mean())
                        .isWithin(0.01)
                        .of(0.5);
                assertWithMessage("variance, alpha %s", alpha)
                        .that(found.variance())
                        .isWithin(0.02 * variance + 1e-3)
                        .of(variance);
                assertWithMessage("kurtosis, alpha %s", alpha)
                        .that(found.kurtosis())
                        .isWithin(0.06 * kurtosis)
                        .of(kurtosis);
                assertThat(found.min()).isAtLeast(0.0);
                assertThat(found.max()).isAtMost(1.0);
            }
        }
    }

    @Test
    void sharesAreDrawnAnewInEveryStepAndStayNumbersForTheSmallestAlpha() {
        try (InputGraph graph = new InputGraph(1, 1)) {
            Ops tf = graph.pass().tf();
            InputDraws draws = new InputDraws(graph.pass(), "input");
            Operand<TFloat32> shares = draws.betaOf("mixup", tf.constant(new int[] {MANY}), 1);
            float[] first = graph.run(shares, 1, 0, 0);
            assertThat(graph.run(shares, 1, 0, 0)).isEqualTo(first);
            assertThat(Moments.correlation(first, graph.run(shares, 1, 1, 0)))
                    .isWithin(0.02)
                    .of(0);
            float[] extreme = graph.run(draws.betaOf("mixup", tf.constant(new int[] {MANY}), 1e-4), 1, 0, 0);
            assertThat(Moments.of(extreme).mean()).isWithin(0.01).of(0.5);
        }
    }

    @Test
    void everyPartnerIsEquallyLikely() {
        int[] found = new int[ROWS * ROWS];
        int steps = 3_000;
        try (InputGraph graph = new InputGraph(1, 1)) {
            Operand<TInt32> partners = new InputDraws(graph.pass(), "input").partners("partner", graph.x());
            for (int step = 0; step < steps; step++) {
                float[] partner = graph.run(partners, ROWS, step, new float[ROWS]);
                assertPermutation(partner);
                for (int row = 0; row < ROWS; row++) {
                    found[row * ROWS + (int) partner[row]]++;
                }
            }
        }
        for (int count : found) {
            assertThat(count / (double) steps).isWithin(0.035).of(1.0 / ROWS);
        }
    }

    @Test
    void inInferenceAndWithoutAlphaNothingIsMixed() {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Pass inference = Pass.inference(tf, new Variables(1));
            Pass training = Pass.training(tf, new Variables(1), Pass.Method.PLAIN);
            Operand<TFloat32> x =
                    tf.placeholder(TFloat32.class, Placeholder.shape(org.tensorflow.ndarray.Shape.of(-1, 4, 4, 1)));
            assertThat(Mixing.mixUpPerRow(inference, "input", x, 1)).isSameInstanceAs(x);
            assertThat(Mixing.cutMix(inference, "input", x, 1)).isSameInstanceAs(x);
            assertThat(Mixing.mixUpPerRow(training, "input", x, 0)).isSameInstanceAs(x);
            assertThat(Mixing.cutMix(training, "input", x, 0)).isSameInstanceAs(x);
            assertThat(inference.mixing()).isEmpty();
            assertThat(training.mixing()).isEmpty();
        }
    }

    /** Cross-entropy against mixed targets is the mean of the losses against both labels; smoothing comes first. */
    @Test
    void lossesAreAgainstMixedTargets() {
        int classes = 3;
        double smoothing = 0.2;
        int[] labels = {0, 2, 1, 1, 2, 0};
        float[] logits = Samples.normal(ROWS * classes, 5);
        try (InputGraph graph = new InputGraph(1, classes)) {
            Pass pass = graph.pass();
            Ops tf = pass.tf();
            Mixing.mixUpPerRow(pass, "input", graph.x(), 1);
            Mixing mixing = pass.mixing().orElseThrow();
            float[] partner = graph.run(mixing.partner(), ROWS, 2, logits);
            float[] share = graph.run(mixing.share(), ROWS, 2, logits);
            Operand<TFloat32> one = tf.slice(graph.x(), tf.constant(new int[] {0, 0}), tf.constant(new int[] {-1, 1}));
            float[][] targets = {{0.5f}, {-1}, {2}, {0.1f}, {1}, {0.7f}};
            Loss softmax = Losses.softmaxCrossEntropy(pass, graph.x(), tf.constant(labels), classes, smoothing);
            Loss plain = Losses.softmaxCrossEntropy(pass, graph.x(), tf.constant(labels), classes, 0);
            int[] yes = {0, 1, 1, 0, 1, 0};
            Loss sigmoid = Losses.sigmoidCrossEntropy(pass, one, tf.constant(yes), 0);
            Loss squared = Losses.squaredError(pass, one, tf.constant(targets));
            double[] expected = new double[4];
            for (int row = 0; row < ROWS; row++) {
                int other = (int) partner[row];
                double kept = share[row];
                double[] log = logSoftmax(logits, row * classes, classes);
                for (int c = 0; c < classes; c++) {
                    double t = kept * (labels[row] == c ? 1 : 0) + (1 - kept) * (labels[other] == c ? 1 : 0);
                    expected[0] -= ((1 - smoothing) * t + smoothing / classes) * log[c] / ROWS;
                    expected[1] -= t * log[c] / ROWS;
                }
                double x = logits[row * classes];
                double likely = Math.log1p(Math.exp(x));
                expected[2] += (likely - x * (kept * yes[row] + (1 - kept) * yes[other])) / ROWS;
                double value = kept * targets[row][0] + (1 - kept) * targets[other][0];
                expected[3] += (x - value) * (x - value) / ROWS;
            }
            Loss[] losses = {softmax, plain, sigmoid, squared};
            for (int i = 0; i < losses.length; i++) {
                assertWithMessage("loss %s", i)
                        .that((double) graph.run(losses[i].value(), ROWS, 2, logits)[0])
                        .isWithin(2e-6)
                        .of(expected[i]);
            }
        }
    }

    private static double[] logSoftmax(float[] logits, int from, int classes) {
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += Math.exp(logits[from + c]);
        }
        double[] log = new double[classes];
        for (int c = 0; c < classes; c++) {
            log[c] = logits[from + c] - Math.log(sum);
        }
        return log;
    }
}
