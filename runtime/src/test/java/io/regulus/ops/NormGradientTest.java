package io.regulus.ops;

import static io.regulus.ops.GradientCheck.network;

import io.regulus.engine.NetworkPlan;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradients through norms and noise are the slopes of the loss. */
class NormGradientTest {
    static Stream<Named<NetworkPlan>> networks() {
        return Stream.of(
                network(new NormGradientModels_RowsTraining(NormGradientModels_RowsHyperparameters.defaults())),
                network(new NormGradientModels_ImagesTraining(NormGradientModels_ImagesHyperparameters.defaults())),
                network(new NormGradientModels_InstanceImagesTraining(
                        NormGradientModels_InstanceImagesHyperparameters.defaults())),
                network(new NormGradientModels_InstanceStepsTraining(
                        NormGradientModels_InstanceStepsHyperparameters.defaults())),
                network(new NormGradientModels_BatchStepsTraining(
                        NormGradientModels_BatchStepsHyperparameters.defaults())),
                network(new NormGradientModels_WeightedTraining(NormGradientModels_WeightedHyperparameters.defaults())),
                network(new NormGradientModels_WeightedStepsTraining(
                        NormGradientModels_WeightedStepsHyperparameters.defaults())),
                network(new NormGradientModels_SpectralTraining(NormGradientModels_SpectralHyperparameters.defaults())),
                network(new NormGradientModels_NoisyTraining(NormGradientModels_NoisyHyperparameters.defaults())),
                network(new NormGradientModels_UnconnectedTraining(
                        NormGradientModels_UnconnectedHyperparameters.defaults())),
                network(new NormGradientModels_StepsTraining(NormGradientModels_StepsHyperparameters.defaults())));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void gradientsAreSlopes(NetworkPlan network) {
        try (GradientCheck check = new GradientCheck(network, 5, 42)) {
            check.assertGradientsAreSlopes();
        }
    }
}
