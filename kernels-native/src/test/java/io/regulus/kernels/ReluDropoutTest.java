package io.regulus.kernels;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.types.TFloat32;

/** ReLU with dropout against the plain ops, value for value. */
class ReluDropoutTest {
    private static final int THRESHOLD = 13_107;

    @AfterEach
    void restore() {
        Kernels.use(Kernels.Level.AVX512);
    }

    @ParameterizedTest
    @EnumSource
    void isThePlainOps(Kernels.Level level) {
        Kernels.use(level);
        for (int n : new int[] {1, 3, 17, 511, 4099}) {
            try (Graph graph = new Graph();
                    Session session = new Session(graph)) {
                Ops tf = Ops.create(graph);
                float[] values = Values.normal(1, n, 0, 1);
                values[0] = 0;
                Operand<TFloat32> x = Values.constant(tf, values, n);
                Operand<TFloat32> dy = Values.constant(tf, Values.normal(2, n, 0, 1), n);
                int[] drawn = Values.draws(3, n);
                Draws draws = new Draws(Values.draws(tf, drawn, n), THRESHOLD);
                Operand<TFloat32> kept = tf.dtypes.cast(
                        tf.math.greaterEqual(tf.constant(drawn), tf.constant(THRESHOLD)), TFloat32.class);
                float scale = (float) (65536.0 / (65536 - THRESHOLD));
                Operand<TFloat32> plain = tf.math.mul(tf.nn.relu(x), tf.math.mul(kept, tf.constant(scale)));
                Operand<TFloat32> fused = ReluDropout.apply(tf, x, draws);
                assertThat(fused.shape()).isEqualTo(x.shape());
                assertThat(Values.fetch(session, fused)).isEqualTo(Values.fetch(session, plain));
                assertEqualNumbers(
                        Values.fetch(session, gradient(tf, fused, x, dy)),
                        Values.fetch(session, gradient(tf, plain, x, dy)));
            }
        }
    }

    private static Operand<TFloat32> gradient(Ops tf, Operand<TFloat32> y, Operand<TFloat32> x, Operand<TFloat32> dy) {
        return tf.gradients(List.of(y), List.of(x), Gradients.dx(List.of(dy))).dy(0);
    }

    /** As numbers: the plain ops give -0 for a dropped negative gradient. */
    private static void assertEqualNumbers(float[] actual, float[] expected) {
        assertThat(actual)
                .usingExactEquality()
                .containsExactly(positive(expected))
                .inOrder();
    }

    private static float[] positive(float[] values) {
        float[] result = values.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] += 0f;
        }
        return result;
    }

    @Test
    void aNaNStaysOne() {
        try (Graph graph = new Graph();
                Session session = new Session(graph)) {
            Ops tf = Ops.create(graph);
            Draws all = new Draws(Values.draws(tf, new int[] {65535, 65535}, 2), 1);
            float[] y = Values.fetch(session, ReluDropout.apply(tf, tf.constant(new float[] {Float.NaN, -1}), all));
            assertThat(y[0]).isNaN();
            assertThat(y[1]).isEqualTo(0f);
        }
    }

    /** The kernel may write into its input's memory, but only where nobody else reads it. */
    @Test
    void leavesWhatOthersReadAlone() {
        try (Graph graph = new Graph();
                Session session = new Session(graph)) {
            Ops tf = Ops.create(graph);
            Operand<TFloat32> x = tf.math.neg(Values.constant(tf, new float[] {1, -2, 3}, 3));
            Draws all = new Draws(Values.draws(tf, new int[] {65535, 65535, 65535}, 3), 1);
            Operand<TFloat32> both = tf.math.add(x, tf.math.mul(ReluDropout.apply(tf, x, all), tf.constant(0f)));
            assertThat(Values.fetch(session, both)).isEqualTo(new float[] {-1, 2, -3});
        }
    }
}
