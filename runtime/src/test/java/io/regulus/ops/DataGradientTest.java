package io.regulus.ops;

import io.regulus.engine.NetworkPlan;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** At one step, and so with the same draws, the gradients of mixed losses are their slopes. */
class DataGradientTest {
    static Stream<Named<NetworkPlan>> networks() {
        return Stream.of(
                Named.of(
                        "classes",
                        new DataGradientModels_ClassesTraining(DataGradientModels_ClassesHyperparameters.defaults())),
                Named.of(
                        "yes or no",
                        new DataGradientModels_YesTraining(DataGradientModels_YesHyperparameters.defaults())),
                Named.of(
                        "values",
                        new DataGradientModels_ValuesTraining(DataGradientModels_ValuesHyperparameters.defaults())),
                Named.of(
                        "images",
                        new DataGradientModels_ImagesTraining(DataGradientModels_ImagesHyperparameters.defaults())));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void gradientsAreSlopes(NetworkPlan network) {
        try (GradientCheck check = new GradientCheck(network, 6, 42)) {
            check.assertGradientsAreSlopes();
        }
    }
}
