package io.regulus.ops;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.ops.GradientCheck.network;

import io.regulus.engine.NetworkPlan;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradients a generated step descends are the slopes of the loss it reports. */
class GradientTest {
    private static final int ROWS = 5;

    static Stream<Named<NetworkPlan>> networks() {
        return Stream.of(
                network(new GradientModels_ActivationsTraining(GradientModels_ActivationsHyperparameters.defaults())),
                network(new GradientModels_ConvolutionsTraining(GradientModels_ConvolutionsHyperparameters.defaults())),
                network(new GradientModels_PoolsTraining(GradientModels_PoolsHyperparameters.defaults())),
                network(new GradientModels_NormedRowsTraining(GradientModels_NormedRowsHyperparameters.defaults())),
                network(new GradientModels_NormedImagesTraining(GradientModels_NormedImagesHyperparameters.defaults())),
                network(new GradientModels_ResidualTraining(GradientModels_ResidualHyperparameters.defaults())),
                network(new GradientModels_DroppedTraining(GradientModels_DroppedHyperparameters.defaults())),
                network(binary(0.2)),
                network(binary(0)),
                network(new GradientModels_AbsoluteTraining(GradientModels_AbsoluteHyperparameters.defaults())),
                network(huber()),
                network(new GradientModels_PenaltiesTraining(GradientModels_PenaltiesHyperparameters.defaults())),
                network(new GradientModels_StepsTraining(GradientModels_StepsHyperparameters.defaults())),
                network(new GradientModels_BytesTraining(GradientModels_BytesHyperparameters.defaults())));
    }

    private static NetworkPlan binary(double smoothing) {
        return new GradientModels_BinaryTraining(
                GradientModels_BinaryHyperparameters.defaults().withTask(task -> task.withLabelSmoothing(smoothing)));
    }

    private static NetworkPlan huber() {
        return new GradientModels_HuberTraining(GradientModels_HuberHyperparameters.defaults());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void gradientsAreSlopes(NetworkPlan network) {
        try (GradientCheck check = new GradientCheck(network, ROWS, 42)) {
            check.assertGradientsAreSlopes();
        }
    }

    @Test
    void theHuberBatchHasErrorsOnBothSidesOfDelta() {
        try (GradientCheck check = new GradientCheck(huber(), ROWS, 42)) {
            float[] outputs = check.outputs();
            float[] targets = check.targets();
            long small = IntStream.range(0, outputs.length)
                    .filter(i -> Math.abs(outputs[i] - targets[i]) < 0.8)
                    .count();
            assertThat(small).isAtLeast(2);
            assertThat(outputs.length - small).isAtLeast(2);
        }
    }
}
