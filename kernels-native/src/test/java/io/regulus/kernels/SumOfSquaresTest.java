package io.regulus.kernels;

import static com.google.common.truth.Truth.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;

class SumOfSquaresTest {
    @AfterEach
    void restore() {
        Kernels.use(Kernels.Level.AVX512);
    }

    private static float sum(float[]... arrays) {
        try (Graph graph = new Graph();
                Session session = new Session(graph)) {
            Ops tf = Ops.create(graph);
            return Values.fetch(
                    session,
                    SumOfSquares.of(
                            tf,
                            Arrays.stream(arrays)
                                    .map(array -> Values.constant(tf, array, array.length))
                                    .toList(),
                            1))[0];
        }
    }

    @ParameterizedTest
    @EnumSource
    void addsUpAllTensors(Kernels.Level level) {
        Kernels.use(level);
        double expected = 0;
        List<float[]> arrays =
                List.of(Values.normal(1, 1, 0, 1), Values.normal(2, 100_003, 0, 3), Values.normal(3, 64, 5, 1));
        for (float[] array : arrays) {
            for (float value : array) {
                expected += (double) value * value;
            }
        }
        assertThat(sum(arrays.toArray(float[][]::new)))
                .isWithin((float) (1e-6 * expected))
                .of((float) expected);
    }

    @ParameterizedTest
    @EnumSource
    void isFiniteExactlyIfEveryValueIs(Kernels.Level level) {
        Kernels.use(level);
        for (int n : new int[] {1, 63, 64, 65, 5000}) {
            for (int at : new int[] {0, n / 2, n - 1}) {
                for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
                    float[] values = Values.normal(1, n, 0, 1);
                    values[at] = bad;
                    assertThat(Float.isFinite(sum(new float[] {1}, values))).isFalse();
                }
                float[] large = new float[n];
                large[at] = (float) 1e19;
                assertThat(Float.isFinite(sum(large))).isTrue();
            }
        }
        float[] overflow = new float[1000];
        Arrays.fill(overflow, (float) 1e18);
        overflow[3] = (float) 1.8e19;
        assertThat(sum(overflow)).isPositiveInfinity();
    }

    @ParameterizedTest
    @EnumSource
    void isAScalar(Kernels.Level level) {
        Kernels.use(level);
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            assertThat(SumOfSquares.of(tf, List.of(tf.constant(2f)), 1).shape()).isEqualTo(Shape.scalar());
        }
        assertThat(sum(new float[] {3})).isEqualTo(9f);
    }
}
