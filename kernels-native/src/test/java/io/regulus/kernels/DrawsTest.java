package io.regulus.kernels;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TUint16;

/** The draws against TensorFlow's stateless random op. */
class DrawsTest {
    @AfterEach
    void restore() {
        Kernels.use(Kernels.Level.AVX512);
    }

    @ParameterizedTest
    @EnumSource
    void areTensorFlows(Kernels.Level level) {
        Kernels.use(level);
        for (long[] shape : new long[][] {{1, 1}, {3, 5}, {7, 4}, {64, 512}, {5, 3, 3, 7}, {33, 1001}}) {
            for (long[] seed : new long[][] {{0, 0}, {42, 7}, {-1, Long.MIN_VALUE}, {1L << 40, 123_456_789_012L}}) {
                try (Graph graph = new Graph();
                        Session session = new Session(graph)) {
                    Ops tf = Ops.create(graph);
                    int n = (int) Shape.of(shape).size();
                    Operand<TFloat32> x = Values.constant(tf, new float[n], shape);
                    Draws own = Draws.of(tf, x, tf.constant(seed), 1);
                    assertThat(own.values().shape()).isEqualTo(x.shape());
                    Operand<TUint16> plain = plain(tf, shape, tf.constant(seed));
                    assertThat(Values.fetch(session, tf.dtypes.cast(own.values(), TFloat32.class)))
                            .isEqualTo(Values.fetch(session, tf.dtypes.cast(plain, TFloat32.class)));
                }
            }
        }
    }

    /** As the runtime draws without kernels; [rows, values per row]. */
    private static Operand<TUint16> plain(Ops tf, long[] shape, Operand<TInt64> seed) {
        long perRow = Shape.of(shape).size() / shape[0];
        long words = (perRow + 3) / 4;
        Operand<TInt64> drawn =
                tf.random.statelessRandomUniformFullInt(tf.constant(new long[] {shape[0], words}), seed, TInt64.class);
        Operand<TUint16> cut = tf.reshape(tf.bitcast(drawn, TUint16.class), tf.constant(new long[] {-1, words * 4}));
        return tf.slice(cut, tf.constant(new long[] {0, 0}), tf.constant(new long[] {-1, perRow}));
    }

    @Test
    void wantTwoSeeds() {
        try (Graph graph = new Graph();
                Session session = new Session(graph)) {
            Ops tf = Ops.create(graph);
            Draws draws = Draws.of(tf, tf.constant(new float[] {1}), tf.constant(new long[] {1}), 1);
            assertThat(assertThrows(
                            TFInvalidArgumentException.class,
                            () -> Values.fetch(session, tf.dtypes.cast(draws.values(), TFloat32.class))))
                    .hasMessageThat()
                    .contains("Input seed has 1 values, not 2.");
        }
    }
}
