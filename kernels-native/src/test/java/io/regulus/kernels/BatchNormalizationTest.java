package io.regulus.kernels;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulus.kernels.BatchNormalization.Activation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;

/** Batch norm and its gradient against the formulas in double precision. */
class BatchNormalizationTest {
    private static final float EPSILON = 1e-3f;
    private static final int THRESHOLD = 20_000;
    private static final int NONE = 0;

    @AfterEach
    void restore() {
        Kernels.use(Kernels.Level.AVX512);
    }

    static Stream<Arguments> cases() {
        List<Arguments> cases = new ArrayList<>();
        for (Kernels.Level level : Kernels.Level.values()) {
            for (boolean relu : new boolean[] {false, true}) {
                for (int threshold : new int[] {NONE, THRESHOLD}) {
                    cases.add(Arguments.of(level, relu, threshold));
                }
            }
        }
        return cases.stream();
    }

    private static final List<int[]> SHAPES = List.of(
            new int[] {1, 3},
            new int[] {2, 1},
            new int[] {5, 17},
            new int[] {64, 511},
            new int[] {3, 4, 5, 33},
            new int[] {600, 32},
            new int[] {2500, 3},
            new int[] {40, 5000});

    /** What the op computes, in double precision. */
    private static final class Reference {
        final double[] y;
        final double[] dx;
        final double[] mean;
        final double[] variance;
        final double[] dscale;
        final double[] dshift;

        Reference(Batch batch, boolean relu, int threshold) {
            int channels = batch.channels;
            int rows = batch.x.length / channels;
            y = new double[batch.x.length];
            dx = new double[batch.x.length];
            mean = new double[channels];
            variance = new double[channels];
            dscale = new double[channels];
            dshift = new double[channels];
            for (int i = 0; i < batch.x.length; i++) {
                mean[i % channels] += (double) batch.x[i] / rows;
            }
            for (int i = 0; i < batch.x.length; i++) {
                double centred = batch.x[i] - mean[i % channels];
                variance[i % channels] += centred * centred / rows;
            }
            double factor = 65536.0 / (65536 - threshold);
            double[] dz = new double[batch.x.length];
            for (int i = 0; i < batch.x.length; i++) {
                int c = i % channels;
                double normal = (batch.x[i] - mean[c]) / Math.sqrt(variance[c] + EPSILON);
                double z = normal * batch.scale[c] + batch.shift[c];
                boolean dropped = (relu && z <= 0) || batch.draws[i] < threshold;
                double passes = dropped ? 0 : factor;
                y[i] = z * passes;
                dz[i] = batch.dy[i] * passes;
                dshift[c] += dz[i];
                dscale[c] += dz[i] * normal;
            }
            for (int i = 0; i < batch.x.length; i++) {
                int c = i % channels;
                double inverse = 1 / Math.sqrt(variance[c] + EPSILON);
                double normal = (batch.x[i] - mean[c]) * inverse;
                dx[i] = batch.scale[c] * inverse * (dz[i] - dshift[c] / rows - normal * dscale[c] / rows);
            }
        }
    }

    private static final class Batch {
        final long[] shape;
        final int channels;
        final float[] x;
        final float[] dy;
        final float[] scale;
        final float[] shift;
        final int[] draws;

        Batch(int[] dims, double mean, double deviation) {
            shape = Shape.of(Arrays.stream(dims).asLongStream().toArray()).asArray();
            channels = dims[dims.length - 1];
            int n = (int) Shape.of(shape).size();
            x = Values.normal(1, n, mean, deviation);
            dy = Values.normal(2, n, 0, 1);
            scale = Values.normal(3, channels, 1, 0.3);
            shift = Values.normal(4, channels, 0, 0.3);
            draws = Values.draws(5, n);
        }
    }

    private static Activation activation(Ops tf, Batch batch, boolean relu, int threshold) {
        return new Activation(
                relu,
                threshold == NONE
                        ? Optional.empty()
                        : Optional.of(new Draws(Values.draws(tf, batch.draws, batch.shape), threshold)));
    }

    /** y, mean, variance, dx, dscale and dshift. */
    private static List<float[]> run(Batch batch, boolean relu, int threshold) {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Operand<TFloat32> x = Values.constant(tf, batch.x, batch.shape);
            Operand<TFloat32> scale = Values.constant(tf, batch.scale, batch.channels);
            Operand<TFloat32> shift = Values.constant(tf, batch.shift, batch.channels);
            BatchNormalization norm =
                    BatchNormalization.of(tf, x, scale, shift, EPSILON, activation(tf, batch, relu, threshold), 1);
            assertThat(norm.y().shape()).isEqualTo(Shape.of(batch.shape));
            assertThat(norm.mean().shape()).isEqualTo(Shape.of(batch.channels));
            Gradients gradients = tf.gradients(
                    List.of(norm.y()),
                    List.of(x, scale, shift),
                    Gradients.dx(List.of(Values.constant(tf, batch.dy, batch.shape))));
            try (Session session = new Session(graph)) {
                Session.Runner runner =
                        session.runner().fetch(norm.y()).fetch(norm.mean()).fetch(norm.variance());
                for (int i = 0; i < 3; i++) {
                    runner.fetch(gradients.<TFloat32>dy(i));
                }
                List<float[]> results = new ArrayList<>();
                try (Result result = runner.run()) {
                    for (int i = 0; i < 6; i++) {
                        results.add(Values.array((TFloat32) result.get(i)));
                    }
                }
                return results;
            }
        }
    }

    private static void assertClose(String what, float[] actual, double[] expected, double tolerance) {
        double largest = 1;
        for (double value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < expected.length; i++) {
            assertWithMessage("%s[%s]", what, i)
                    .that((double) actual[i])
                    .isWithin(tolerance * largest)
                    .of(expected[i]);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void followsTheFormulas(Kernels.Level level, boolean relu, int threshold) {
        Kernels.use(level);
        for (int[] dims : SHAPES) {
            Batch batch = new Batch(dims, 0.5, 2);
            Reference reference = new Reference(batch, relu, threshold);
            List<float[]> actual = run(batch, relu, threshold);
            String shape = Shape.of(batch.shape).toString();
            assertClose("y of " + shape, actual.get(0), reference.y, 2e-6);
            assertClose("mean of " + shape, actual.get(1), reference.mean, 1e-6);
            assertClose("variance of " + shape, actual.get(2), reference.variance, 2e-6);
            assertClose("dx of " + shape, actual.get(3), reference.dx, 4e-6);
            assertClose("dscale of " + shape, actual.get(4), reference.dscale, 2e-6);
            assertClose("dshift of " + shape, actual.get(5), reference.dshift, 2e-6);
        }
    }

    @Test
    void isExactWhereTheMeanIsFarFromZero() {
        Batch batch = new Batch(new int[] {5000, 5}, 1000, 0.1);
        Reference reference = new Reference(batch, false, NONE);
        float[] variance = run(batch, false, NONE).get(2);
        for (int c = 0; c < batch.channels; c++) {
            assertThat((double) variance[c])
                    .isWithin(1e-5 * reference.variance[c])
                    .of(reference.variance[c]);
        }
    }

    @Test
    void isAsExactAsTheStockKernel() {
        Batch batch = new Batch(new int[] {8, 14, 14, 64}, 3, 1);
        Reference reference = new Reference(batch, false, NONE);
        float[] own = run(batch, false, NONE).get(0);
        float[] stock;
        try (Graph graph = new Graph();
                Session session = new Session(graph)) {
            Ops tf = Ops.create(graph);
            Operand<TFloat32> none = tf.constant(new float[0]);
            stock = Values.fetch(
                    session,
                    tf.nn.fusedBatchNorm(
                                    Values.constant(tf, batch.x, batch.shape),
                                    Values.constant(tf, batch.scale, batch.channels),
                                    Values.constant(tf, batch.shift, batch.channels),
                                    none,
                                    none,
                                    FusedBatchNorm.epsilon(EPSILON))
                            .y());
        }
        assertThat(error(own, reference.y)).isAtMost(1.05 * error(stock, reference.y));
    }

    private static double error(float[] actual, double[] expected) {
        double squares = 0;
        for (int i = 0; i < expected.length; i++) {
            squares += (actual[i] - expected[i]) * (actual[i] - expected[i]);
        }
        return Math.sqrt(squares / expected.length);
    }

    @Test
    void theGradientIsTheSlope() {
        Batch batch = new Batch(new int[] {6, 3}, 0, 1);
        Reference reference = new Reference(batch, true, THRESHOLD);
        float[] dx = run(batch, true, THRESHOLD).get(3);
        float step = 1e-3f;
        for (int i = 0; i < batch.x.length; i++) {
            float middle = batch.x[i];
            batch.x[i] = middle + step;
            double above = weighted(run(batch, true, THRESHOLD).get(0), batch.dy);
            batch.x[i] = middle - step;
            double below = weighted(run(batch, true, THRESHOLD).get(0), batch.dy);
            batch.x[i] = middle;
            assertThat((double) dx[i]).isWithin(5e-3).of((above - below) / (2 * step));
        }
        assertClose("dx", dx, reference.dx, 1e-5);
    }

    private static double weighted(float[] y, float[] dy) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += (double) y[i] * dy[i];
        }
        return sum;
    }

    @Test
    void aNaNStaysOne() {
        Batch batch = new Batch(new int[] {4, 2}, 0, 1);
        batch.x[2] = Float.NaN;
        List<float[]> results = run(batch, true, THRESHOLD);
        assertThat(results.get(1)[0]).isNaN();
        assertThat(results.get(2)[0]).isNaN();
        assertThat(results.get(0)[0]).isNaN();
        assertThat(results.get(1)[1]).isFinite();
    }

    @Test
    void wrongInputsAreToldInASentence() {
        try (Graph graph = new Graph();
                Session session = new Session(graph)) {
            Ops tf = Ops.create(graph);
            Operand<TFloat32> x = Values.constant(tf, new float[12], 4, 3);
            Operand<TFloat32> three = tf.constant(new float[3]);
            Operand<TFloat32> two = tf.constant(new float[2]);
            assertThat(message(session, BatchNormalization.of(tf, x, two, three, EPSILON, Activation.NONE, 1)))
                    .contains("Input scale has 2 values, not 3.");
            Draws few = new Draws(Values.draws(tf, new int[] {1, 2}, 2), THRESHOLD);
            assertThat(message(
                            session,
                            BatchNormalization.of(
                                    tf, x, three, three, EPSILON, new Activation(true, Optional.of(few)), 1)))
                    .contains("Input draws has 2 values, not 12.");
            Draws never = new Draws(Values.draws(tf, new int[12], 12), 0);
            assertThat(message(
                            session,
                            BatchNormalization.of(
                                    tf, x, three, three, EPSILON, new Activation(true, Optional.of(never)), 1)))
                    .contains("Draws are given exactly where the threshold is above 0.");
        }
    }

    private static String message(Session session, BatchNormalization norm) {
        return assertThrows(TFInvalidArgumentException.class, () -> Values.fetch(session, norm.y()))
                .getMessage();
    }
}
