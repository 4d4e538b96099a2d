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

class SquaredErrorTest {
    @AfterEach
    void restore() {
        Kernels.use(Kernels.Level.AVX512);
    }

    @ParameterizedTest
    @EnumSource
    void isThePlainOps(Kernels.Level level) {
        Kernels.use(level);
        for (int[] shape : new int[][] {{1, 1}, {32, 1}, {7, 3}, {1000, 13}}) {
            int n = shape[0] * shape[1];
            float[] p = Values.normal(1, n, 0, 1);
            float[] t = Values.normal(2, n, 0, 1);
            double expected = 0;
            for (int i = 0; i < n; i++) {
                double error = p[i] - t[i];
                expected += error * error / n;
            }
            try (Graph graph = new Graph();
                    Session session = new Session(graph)) {
                Ops tf = Ops.create(graph);
                Operand<TFloat32> predictions = Values.constant(tf, p, shape[0], shape[1]);
                Operand<TFloat32> targets = Values.constant(tf, t, shape[0], shape[1]);
                SquaredError loss = SquaredError.of(tf, predictions, targets);
                assertThat(loss.value().shape()).isEqualTo(Shape.scalar());
                assertThat(loss.gradient().shape()).isEqualTo(predictions.shape());
                assertThat((double) Values.fetch(session, loss.value())[0])
                        .isWithin(1e-6 * expected)
                        .of(expected);
                Operand<TFloat32> error = tf.math.sub(predictions, targets);
                Operand<TFloat32> share = tf.math.div(tf.constant(1 / (float) shape[1]), tf.constant((float) shape[0]));
                assertThat(Values.fetch(session, loss.gradient()))
                        .isEqualTo(Values.fetch(session, tf.math.mul(tf.math.add(error, error), share)));
            }
        }
    }

    @Test
    void wrongInputsAreToldInASentence() {
        try (Graph graph = new Graph();
                Session session = new Session(graph)) {
            Ops tf = Ops.create(graph);
            Operand<TFloat32> predictions = Values.constant(tf, new float[6], 3, 2);
            SquaredError loss = SquaredError.of(tf, predictions, tf.constant(new float[3]));
            assertThat(assertThrows(TFInvalidArgumentException.class, () -> Values.fetch(session, loss.value())))
                    .hasMessageThat()
                    .contains("Input targets has 3 values, not 6.");
        }
    }
}
