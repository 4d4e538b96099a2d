package io.regulus.ops;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import io.regulus.testing.Samples;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

class DropoutTest {
    /** Chance that a good generator is further off than this many deviations: 1 in 16,000. */
    private static final double DEVIATIONS = 4;

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.25, 0.5, 0.9})
    void dropsItsShareAndScalesTheRest(double p) {
        float[] mask = mask(1, "head", p, 400, 0, 257);
        double kept = 0;
        double sum = 0;
        for (float value : mask) {
            if (value != 0) {
                assertThat(value).isWithin(2e-4f / (float) (1 - p)).of((float) (1 / (1 - p)));
                kept++;
            }
            sum += value;
        }
        double deviation = Math.sqrt(p * (1 - p) / mask.length);
        assertWithMessage("share kept")
                .that(kept / mask.length)
                .isWithin(DEVIATIONS * deviation)
                .of(1 - p);
        assertWithMessage("mean")
                .that(sum / mask.length)
                .isWithin(DEVIATIONS * deviation / (1 - p) + 1e-4)
                .of(1);
    }

    @Test
    void everyColumnAndEveryRowIsDroppedAsOften() {
        int rows = 2000;
        int width = 101;
        float[] mask = mask(1, "head", 0.5, rows, 3, width);
        double[] columns = new double[width];
        double[] sums = new double[rows];
        for (int i = 0; i < mask.length; i++) {
            columns[i % width] += mask[i] / 2;
            sums[i / width] += mask[i] / 2;
        }
        for (double kept : columns) {
            assertThat(kept / rows).isWithin(5 * 0.5 / Math.sqrt(rows)).of(0.5);
        }
        for (double kept : sums) {
            assertThat(kept / width).isWithin(5 * 0.5 / Math.sqrt(width)).of(0.5);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 64, 101, 258})
    void noPatternRepeatsAlongTheValues(long width) {
        assertNoLagCorrelates(mask(1, "head", 0.5, (int) (60_000 / width), 0, width), width);
    }

    @Test
    void noPatternRepeatsInImages() {
        assertNoLagCorrelates(mask(1, "conv", 0.5, 700, 0, 5, 6, 3), 5 * 6 * 3);
        assertThat(mask(1, "conv", 0.5, 2, 0, 5, 6, 3)).hasLength(180);
    }

    /** A 16-bit word used twice, within a row or in the next one, shows as a correlation at its distance. */
    private static void assertNoLagCorrelates(float[] mask, long width) {
        int n = mask.length;
        long[] lags = new long[40];
        for (int i = 0; i < 32; i++) {
            lags[i] = i + 1L;
        }
        for (int i = 0; i < 8; i++) {
            lags[32 + i] = i < 4 ? width * (i + 1) : width + i - 5;
        }
        for (long lag : lags) {
            float[] first = Arrays.copyOfRange(mask, 0, n - (int) lag);
            float[] second = Arrays.copyOfRange(mask, (int) lag, n);
            assertWithMessage("correlation at distance " + lag)
                    .that(Math.abs(Moments.correlation(first, second)))
                    .isAtMost(5 / Math.sqrt(n));
        }
    }

    @Test
    void layersStepsAndSeedsAreIndependent() {
        float[] mask = mask(1, "head", 0.5, 500, 10, 100);
        float[][] others = {
            mask(1, "heae", 0.5, 500, 10, 100),
            mask(1, "body", 0.5, 500, 10, 100),
            mask(1, "head", 0.5, 500, 11, 100),
            mask(1, "head", 0.5, 500, 0, 100),
            mask(2, "head", 0.5, 500, 10, 100)
        };
        for (float[] other : others) {
            assertThat(Math.abs(Moments.correlation(mask, other))).isAtMost(DEVIATIONS / Math.sqrt(mask.length));
        }
    }

    @Test
    void theSameSeedNameAndStepDrawTheSameMask() {
        try (DropoutGraph graph = new DropoutGraph(5, "head", 0.3, 11)) {
            float[] mask = graph.mask(9, 4);
            assertThat(graph.mask(9, 5)).isNotEqualTo(mask);
            assertThat(graph.mask(9, 4)).isEqualTo(mask);
            assertThat(mask(5, "head", 0.3, 9, 4, 11)).isEqualTo(mask);
        }
    }

    @Test
    void aPartialBatchIsDroppedToo() {
        try (DropoutGraph graph = new DropoutGraph(5, "head", 0.5, 50)) {
            assertThat(graph.mask(64, 0)).hasLength(3200);
            float[] partial = graph.mask(3, 1);
            assertThat(partial).hasLength(150);
            assertThat(Moments.of(partial).mean()).isWithin(0.35).of(1);
            assertThat(Moments.of(partial).min()).isEqualTo(0);
        }
    }

    @Test
    void theGradientPassesThroughTheSameMask() {
        try (DropoutGraph graph = new DropoutGraph(5, "head", 0.25, 21)) {
            float[] x = Samples.normal(21 * 4, 1);
            float[] mask = graph.mask(4, 2);
            float[] y = graph.output(x, 4, 2);
            float[] gradient = graph.gradient(x, 4, 2);
            for (int i = 0; i < x.length; i++) {
                assertThat(y[i]).isEqualTo(x[i] * mask[i]);
                // of the sum of (m x)^2
                assertThat(gradient[i]).isWithin(1e-5f).of(2 * mask[i] * mask[i] * x[i]);
            }
        }
    }

    @Test
    void nothingHappensInInferenceOrWithoutProbability() {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Operand<TFloat32> x = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 4)));
            assertThat(Dropout.apply(Pass.inference(tf, new Variables(1)), "head", x, 0.5))
                    .isSameInstanceAs(x);
            assertThat(Dropout.apply(Pass.training(tf, new Variables(1), Pass.Method.PLAIN), "head", x, 0))
                    .isSameInstanceAs(x);
        }
    }

    private static float[] mask(long seed, String layer, double p, int rows, long step, long... row) {
        try (DropoutGraph graph = new DropoutGraph(seed, layer, p, row)) {
            return graph.mask(rows, step);
        }
    }
}
