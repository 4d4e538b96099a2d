package io.regulus.ops;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** Noise of whole channels, of whole rows and of values: its distribution, its independence, and that it repeats. */
class NoiseTest {
    /** A noise of one layer. */
    private interface Noise {
        Operand<TFloat32> apply(Pass pass, String layer, Operand<TFloat32> x, double number);
    }

    private static final Noise[] NOISES = {
        SpatialDropout::apply, DropPath::apply, GaussianNoise::apply, GaussianDropout::apply, AlphaDropout::apply
    };

    /** What a noise makes of rows of ones (or of zeros) in a step, as flat rows. */
    private static float[] drawn(
            Noise noise, long seed, String layer, double number, long step, int rows, float value, long... row) {
        float[] values = new float[Math.toIntExact(rows * Shape.of(row).size())];
        Arrays.fill(values, value);
        return drawn(noise, seed, layer, number, step, values, row);
    }

    /** What a noise makes of rows of values, in their place. */
    private static float[] drawn(
            Noise noise, long seed, String layer, double number, long step, float[] values, long... row) {
        try (Graph graph = new Graph();
                Session session = new Session(graph)) {
            Ops tf = Ops.create(graph);
            Pass pass = Pass.training(tf, new Variables(seed), Pass.Method.PLAIN);
            Shape shape = Shape.of(-1).append(Shape.of(row));
            Placeholder<TFloat32> x = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
            Operand<TFloat32> y = noise.apply(pass, layer, x, number);
            session.run(tf.assignVariableOp(pass.step().handle(), tf.constant(step)));
            long rows = values.length / Shape.of(row).size();
            try (TFloat32 batch = TFloat32.tensorOf(Shape.of(rows).append(Shape.of(row)), DataBuffers.of(values));
                    Result result = session.runner().feed(x, batch).fetch(y).run()) {
                result.get(0).asRawTensor().data().asFloats().read(values);
                return values;
            }
        }
    }

    @Test
    void spatialDropoutDropsWholeChannels() {
        int rows = 400;
        int channels = 50;
        for (double p : new double[] {0.1, 0.5, 0.8}) {
            float[] y = drawn(SpatialDropout::apply, 1, "block", p, 3, rows, 1, 2, 3, channels);
            int dropped = 0;
            for (int row = 0; row < rows; row++) {
                for (int c = 0; c < channels; c++) {
                    float first = y[row * 6 * channels + c];
                    assertThat(first).isAnyOf(0f, (float) (1 / (1 - p)));
                    dropped += first == 0 ? 1 : 0;
                    for (int place = 1; place < 6; place++) {
                        assertThat(y[(row * 6 + place) * channels + c]).isEqualTo(first);
                    }
                }
            }
            assertRate(dropped, rows * channels, p);
        }
    }

    private static void assertRate(int dropped, int n, double p) {
        assertWithMessage("share dropped")
                .that(dropped / (double) n)
                .isWithin(4.5 * Math.sqrt(p * (1 - p) / n))
                .of(p);
    }

    @Test
    void spatialDropoutOfSequencesDropsFeaturesInEveryStep() {
        float[] y = drawn(SpatialDropout::apply, 1, "block", 0.5, 3, 300, 1, 4, 20);
        int dropped = 0;
        for (int i = 0; i < y.length; i++) {
            int row = i / 80;
            assertThat(y[i]).isEqualTo(y[row * 80 + i % 20]);
            dropped += y[i] == 0 ? 1 : 0;
        }
        assertRate(dropped / 4, 300 * 20, 0.5);
    }

    @Test
    void dropPathDropsWholeRows() {
        int rows = 20000;
        for (double p : new double[] {0.1, 0.6}) {
            float[] y = drawn(DropPath::apply, 1, "branch", p, 3, rows, 1, 2, 2, 3);
            int dropped = 0;
            for (int i = 0; i < y.length; i++) {
                assertThat(y[i]).isEqualTo(y[i / 12 * 12]);
                assertThat(y[i]).isAnyOf(0f, (float) (1 / (1 - p)));
                dropped += y[i] == 0 ? 1 : 0;
            }
            assertRate(dropped / 12, rows, p);
        }
    }

    @Test
    void gaussianNoiseHasItsDeviation() {
        float[] noise = drawn(GaussianNoise::apply, 1, "noisy", 0.3, 3, 1000, 0, 10, 20);
        int n = noise.length;
        Moments moments = Moments.of(noise);
        assertThat(moments.mean()).isWithin(4.5 * 0.3 / Math.sqrt(n)).of(0);
        assertThat(moments.variance()).isWithin(0.09 * 4.5 * Math.sqrt(2.0 / n)).of(0.09);
        float[] shifted = drawn(GaussianNoise::apply, 1, "noisy", 0.3, 3, 1000, 2, 10, 20);
        for (int i = 0; i < n; i++) {
            assertThat(shifted[i]).isWithin(1e-6f).of(noise[i] + 2);
        }
    }

    @Test
    void gaussianDropoutHasTheMomentsOfDropout() {
        for (double p : new double[] {0.1, 0.5, 0.8}) {
            float[] factors = drawn(GaussianDropout::apply, 1, "noisy", p, 3, 1000, 1, 10, 20);
            int n = factors.length;
            double variance = p / (1 - p);
            Moments moments = Moments.of(factors);
            assertThat(moments.mean()).isWithin(4.5 * Math.sqrt(variance / n)).of(1);
            assertThat(moments.variance())
                    .isWithin(variance * 4.5 * Math.sqrt(2.0 / n))
                    .of(variance);
            assertThat(moments.kurtosis()).isWithin(4.5 * Math.sqrt(24.0 / n)).of(3);
            float[] scaled = drawn(GaussianDropout::apply, 1, "noisy", p, 3, 1000, -2, 10, 20);
            for (int i = 0; i < n; i++) {
                assertThat(scaled[i]).isWithin(1e-5f).of(-2 * factors[i]);
            }
        }
    }

    /** The two values are those of torch.nn.AlphaDropout(p), in float64, of ones. */
    @Test
    void alphaDropoutGivesWhatPytorchGives() {
        assertAlpha(0.1, 1.0832554862072818, -1.457738730518132);
        assertAlpha(0.5, 1.6655988251839635, -0.7791939305180315);
    }

    private static void assertAlpha(double p, double kept, double dropped) {
        int rows = 2000;
        float[] y = drawn(AlphaDropout::apply, 1, "self", p, 3, rows, 1, 5, 10);
        int low = 0;
        for (float value : y) {
            assertThat(Math.min(Math.abs(value - kept), Math.abs(value - dropped)))
                    .isLessThan(5e-5);
            low += value < 0 ? 1 : 0;
        }
        assertRate(low, rows * 50, p);
    }

    @Test
    void alphaDropoutKeepsMeanAndVarianceOfSelu() {
        Random random = new Random(5);
        float[] x = new float[200_000];
        for (int i = 0; i < x.length; i++) {
            double z = random.nextGaussian();
            x[i] = (float) (1.0507009873554805 * (z >= 0 ? z : 1.6732632423543772 * Math.expm1(z)));
        }
        for (double p : new double[] {0.05, 0.1, 0.3}) {
            Moments moments = Moments.of(drawn(AlphaDropout::apply, 1, "self", p, 3, x.clone(), 50));
            double within = 4.5 / Math.sqrt(x.length);
            assertThat(moments.mean()).isWithin(within).of(0);
            assertThat(moments.variance())
                    .isWithin(within * Math.sqrt(moments.kurtosis() - 1))
                    .of(1);
        }
    }

    @Test
    void drawsRepeatAndAreIndependentOfOtherLayersStepsAndSeeds() {
        for (Noise noise : NOISES) {
            float[] once = drawn(noise, 1, "block", 0.5, 3, 5000, 1, 1);
            assertThat(drawn(noise, 1, "block", 0.5, 3, 5000, 1, 1)).isEqualTo(once);
            float[][] others = {
                drawn(noise, 1, "blocl", 0.5, 3, 5000, 1, 1),
                drawn(noise, 1, "block", 0.5, 4, 5000, 1, 1),
                drawn(noise, 2, "block", 0.5, 3, 5000, 1, 1)
            };
            for (float[] other : others) {
                assertThat(Math.abs(Moments.correlation(once, other))).isAtMost(4.5 / Math.sqrt(5000));
            }
        }
    }

    @Test
    void nothingHappensInInferenceOrWithoutANumber() {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Operand<TFloat32> x = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 4)));
            Pass inference = Pass.inference(tf, new Variables(1));
            Pass training = Pass.training(tf, new Variables(1), Pass.Method.PLAIN);
            for (Noise noise : NOISES) {
                assertThat(noise.apply(inference, "block", x, 0.5)).isSameInstanceAs(x);
                assertThat(noise.apply(training, "block", x, 0)).isSameInstanceAs(x);
            }
        }
    }
}
