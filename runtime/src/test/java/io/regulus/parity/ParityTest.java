package io.regulus.parity;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import io.regulus.annotations.ActivationFunction;
import io.regulus.annotations.RegressionLoss;
import io.regulus.model.Model;
import io.regulus.model.Weights;
import io.regulus.train.BatchResult;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 25 steps of every kind of network walk the way an independent implementation in float64 walks. */
class ParityTest {
    private static final double TOLERANCE = 1e-5;

    static List<String> cases() {
        return ParityFixture.names();
    }

    @Test
    void coversEveryActivationLossAndOptimizer() {
        for (ActivationFunction function : ActivationFunction.values()) {
            if (function != ActivationFunction.LINEAR && function != ActivationFunction.RELU) {
                assertThat(cases()).contains("act_" + function.name().toLowerCase(Locale.ROOT));
            }
        }
        for (RegressionLoss loss : RegressionLoss.values()) {
            assertThat(cases()).contains("regress_" + loss.name().toLowerCase(Locale.ROOT));
        }
        assertThat(cases())
                .containsAtLeast(
                        "dense_sgd", "dense_momentum", "dense_nesterov", "dense_adam", "dense_adamw", "dense_rmsprop");
        assertThat(cases()).containsAtLeast("dense_l1", "dense_l1_proximal", "dense_l2", "dense_elastic");
        assertThat(cases()).containsAtLeast("dense_batchnorm", "conv_batchnorm", "residual", "concat", "partial");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void walksTheReferencesWay(String name) throws ReflectiveOperationException {
        ParityFixture fixture = ParityFixture.read(name);
        Class<?> type = Class.forName(fixture.modelClass());
        try (Model model = (Model) type.getMethod("create").invoke(null)) {
            fixture.start(model);
            float[] loss = fixture.floats("loss");
            float[] penalty = fixture.floats("penalty");
            for (int step = 0; step < loss.length; step++) {
                BatchResult result = model.trainOnBatch(fixture.batches().get(step));
                assertClose("loss of step " + step, result.loss(), loss[step]);
                assertClose("penalty of step " + step, result.penalty(), penalty[step]);
            }
            Weights weights = model.weights();
            for (String weight : fixture.weights()) {
                assertDistance(weight, weights.get(weight), fixture.floats("end/" + weight));
            }
            assertDistance("predictions", flat(model.outputs(fixture.batches().get(0))), fixture.floats("predict"));
        }
    }

    /** Output by output, row by row. */
    private static float[] flat(List<float[][]> outputs) {
        int size = 0;
        for (float[][] rows : outputs) {
            size += rows.length * rows[0].length;
        }
        float[] flat = new float[size];
        int to = 0;
        for (float[][] rows : outputs) {
            for (float[] row : rows) {
                System.arraycopy(row, 0, flat, to, row.length);
                to += row.length;
            }
        }
        return flat;
    }

    private static void assertClose(String what, double actual, double expected) {
        assertWithMessage(what)
                .that(actual)
                .isWithin(TOLERANCE * Math.abs(expected))
                .of(expected);
    }

    /** ||a - b|| at most the tolerance times ||b||. */
    private static void assertDistance(String what, float[] actual, float[] expected) {
        assertWithMessage(what + ": number of values").that(actual.length).isEqualTo(expected.length);
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < expected.length; i++) {
            difference += Math.pow((double) actual[i] - expected[i], 2);
            norm += Math.pow(expected[i], 2);
        }
        assertWithMessage(what + ": relative distance")
                .that(Math.sqrt(difference / norm))
                .isAtMost(TOLERANCE);
    }
}
