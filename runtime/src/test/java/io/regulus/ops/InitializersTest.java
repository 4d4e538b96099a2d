package io.regulus.ops;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import io.regulus.ops.Initializers.Initializer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Kernels are drawn with the variance that is promised, of the distribution that is promised. */
class InitializersTest {
    /** 60,000 draws: the sample variance is within 0.5 % of the true one, one time in three within 0.2 %. */
    private static final Shape DENSE = Shape.of(200, 300);

    private static final double DENSE_IN = 200;
    private static final double DENSE_OUT = 300;

    /** 64,800 draws of a 3 x 4 window. */
    private static final Shape CONV = Shape.of(3, 4, 60, 90);

    private static final double CONV_IN = 3 * 4 * 60;
    private static final double CONV_OUT = 3 * 4 * 90;

    private static final double UNIFORM_KURTOSIS = 9.0 / 5;

    /** Of a standard normal cut at two deviations: (3 - 28 phi(2) / P) / (1 - 4 phi(2) / P)^2, P = 0.9545. */
    private static final double TRUNCATED_KURTOSIS = 2.3656;

    /** Its deviation, sqrt(1 - 4 phi(2) / P): the cut lies at 2 / 0.8796 deviations. */
    private static final double TRUNCATED_CUT = 2 / 0.87962566;

    static Stream<Arguments> uniform() {
        return Stream.of(
                Arguments.of(Named.of("glorot dense", Initializers.glorotUniform()), DENSE, 2 / (DENSE_IN + DENSE_OUT)),
                Arguments.of(Named.of("he dense", Initializers.heUniform()), DENSE, 2 / DENSE_IN),
                Arguments.of(Named.of("lecun dense", Initializers.lecunUniform()), DENSE, 1 / DENSE_IN),
                Arguments.of(Named.of("glorot conv", Initializers.glorotUniform()), CONV, 2 / (CONV_IN + CONV_OUT)),
                Arguments.of(Named.of("he conv", Initializers.heUniform()), CONV, 2 / CONV_IN),
                Arguments.of(Named.of("lecun conv", Initializers.lecunUniform()), CONV, 1 / CONV_IN),
                Arguments.of(Named.of("of a table", Initializers.uniform()), DENSE, 0.05 * 0.05 / 3));
    }

    static Stream<Arguments> normal() {
        return Stream.of(
                Arguments.of(Named.of("glorot dense", Initializers.glorotNormal()), DENSE, 2 / (DENSE_IN + DENSE_OUT)),
                Arguments.of(Named.of("he dense", Initializers.heNormal()), DENSE, 2 / DENSE_IN),
                Arguments.of(Named.of("lecun dense", Initializers.lecunNormal()), DENSE, 1 / DENSE_IN),
                Arguments.of(Named.of("glorot conv", Initializers.glorotNormal()), CONV, 2 / (CONV_IN + CONV_OUT)),
                Arguments.of(Named.of("he conv", Initializers.heNormal()), CONV, 2 / CONV_IN),
                Arguments.of(Named.of("lecun conv", Initializers.lecunNormal()), CONV, 1 / CONV_IN));
    }

    @ParameterizedTest
    @MethodSource("uniform")
    void uniformFillsTheWholeRange(Initializer initializer, Shape shape, double variance) {
        Moments drawn = assertVariance(initializer, shape, variance);
        double limit = Math.sqrt(3 * variance);
        assertWithMessage("kurtosis").that(drawn.kurtosis()).isWithin(0.02).of(UNIFORM_KURTOSIS);
        assertWithMessage("max").that(drawn.max()).isAtMost(limit * 1.000001);
        assertWithMessage("max").that(drawn.max()).isAtLeast(limit * 0.999);
        assertWithMessage("min").that(drawn.min()).isAtLeast(-limit * 1.000001);
        assertWithMessage("min").that(drawn.min()).isAtMost(-limit * 0.999);
    }

    @ParameterizedTest
    @MethodSource("normal")
    void normalIsCutAtTwoDeviationsOfTheUncutOne(Initializer initializer, Shape shape, double variance) {
        Moments drawn = assertVariance(initializer, shape, variance);
        double cut = TRUNCATED_CUT * Math.sqrt(variance);
        assertWithMessage("kurtosis").that(drawn.kurtosis()).isWithin(0.05).of(TRUNCATED_KURTOSIS);
        assertWithMessage("max").that(drawn.max()).isAtMost(cut * 1.000001);
        assertWithMessage("max").that(drawn.max()).isAtLeast(cut * 0.99);
        assertWithMessage("min").that(drawn.min()).isAtLeast(-cut * 1.000001);
        assertWithMessage("min").that(drawn.min()).isAtMost(-cut * 0.99);
    }

    private static Moments assertVariance(Initializer initializer, Shape shape, double variance) {
        Moments drawn = Moments.of(draw(tf -> initializer.value(tf, shape, 7)));
        double deviationOfMean = Math.sqrt(variance / shape.size());
        assertWithMessage("mean")
                .that(drawn.mean())
                .isWithin(4 * deviationOfMean)
                .of(0);
        assertWithMessage("variance")
                .that(drawn.variance())
                .isWithin(0.02 * variance)
                .of(variance);
        return drawn;
    }

    @ParameterizedTest
    @ValueSource(strings = {"8x32", "32x8", "12x12", "1x4"})
    void orthogonalHasRowsOrColumnsAtRightAngles(String size) {
        int rows = Integer.parseInt(size.substring(0, size.indexOf('x')));
        int columns = Integer.parseInt(size.substring(size.indexOf('x') + 1));
        float[] drawn = draw(tf -> Initializers.orthogonal().value(tf, Shape.of(rows, columns), 7));
        assertThat(draw(tf -> Initializers.orthogonal().value(tf, Shape.of(rows, columns), 7)))
                .isEqualTo(drawn);
        assertThat(draw(tf -> Initializers.orthogonal().value(tf, Shape.of(rows, columns), 8)))
                .isNotEqualTo(drawn);
        int fewer = Math.min(rows, columns);
        for (int i = 0; i < fewer; i++) {
            for (int j = 0; j < fewer; j++) {
                double product = 0;
                for (int k = 0; k < Math.max(rows, columns); k++) {
                    product += rows < columns
                            ? drawn[i * columns + k] * drawn[j * columns + k]
                            : drawn[k * columns + i] * drawn[k * columns + j];
                }
                assertThat(product).isWithin(1e-5).of(i == j ? 1 : 0);
            }
        }
    }

    /**
     * Of rotations and reflections of the plane, all are as likely: without the sign, the first value of the first column
     * would never be positive. The mean of the trace is 0 and that of its square 1.
     */
    @Test
    void orthogonalIsUniformAmongAllSuchMatrices() {
        int draws = 2000;
        double[] sums = new double[3];
        float[] all = draw(tf -> {
            List<Operand<TFloat32>> matrices = new ArrayList<>();
            for (int seed = 0; seed < draws; seed++) {
                matrices.add(Initializers.orthogonal().value(tf, Shape.of(2, 2), seed));
            }
            return tf.stack(matrices);
        });
        for (int i = 0; i < draws; i++) {
            double trace = all[4 * i] + all[4 * i + 3];
            sums[0] += all[4 * i];
            sums[1] += trace;
            sums[2] += trace * trace;
        }
        assertWithMessage("mean of a value")
                .that(sums[0] / draws)
                .isWithin(4 * Math.sqrt(0.5 / draws))
                .of(0);
        assertWithMessage("mean trace")
                .that(sums[1] / draws)
                .isWithin(4 / Math.sqrt(draws))
                .of(0);
        // 0 for reflections, 4 cos^2 for rotations: variance 6 / 2 - 1
        assertWithMessage("mean square of the trace")
                .that(sums[2] / draws)
                .isWithin(4 * Math.sqrt(2.0 / draws))
                .of(1);
    }

    @Test
    void theSameSeedAndNameDrawTheSameBits() {
        assertThat(kernel(3, "head/kernel")).isEqualTo(kernel(3, "head/kernel"));
    }

    @Test
    void otherNamesAndSeedsDrawUnrelatedNumbers() {
        float[] drawn = kernel(3, "head/kernel");
        for (float[] other :
                new float[][] {kernel(3, "heae/kernel"), kernel(4, "head/kernel"), kernel(-3, "head/kernel")}) {
            assertThat(Math.abs(Moments.correlation(drawn, other))).isAtMost(4 / Math.sqrt(drawn.length));
        }
    }

    private static float[] kernel(long seed, String name) {
        Variables variables = new Variables(seed);
        return draw(tf -> {
            Pass.training(tf, variables, Pass.Method.PLAIN).kernel(name, Initializers.glorotUniform(), 100, 100);
            Variable<?> variable = variables.all().iterator().next();
            @SuppressWarnings("unchecked") // declared by Pass.kernel
            Operand<TFloat32> initial = (Operand<TFloat32>) variable.initial().apply(tf);
            return initial;
        });
    }

    private static float[] draw(java.util.function.Function<Ops, Operand<TFloat32>> ops) {
        try (Graph graph = new Graph();
                Session session = new Session(graph)) {
            Operand<TFloat32> value = ops.apply(Ops.create(graph));
            try (org.tensorflow.Result result = session.runner().fetch(value).run()) {
                float[] values = new float[Math.toIntExact(result.get(0).shape().size())];
                result.get(0).asRawTensor().data().asFloats().read(values);
                return values;
            }
        }
    }
}
