package io.regulus.ops;

import io.regulus.engine.NetworkPlan;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradients of focused, of attacked and of paired losses are their slopes; the direction of an attack does not change along them. */
class LossGradientTest {
    static Stream<Named<NetworkPlan>> networks() {
        return Stream.of(
                Named.of(
                        "focal",
                        new LossGradientModels_FocalTraining(LossGradientModels_FocalHyperparameters.defaults())),
                Named.of(
                        "focal yes or no",
                        new LossGradientModels_FocalYesTraining(LossGradientModels_FocalYesHyperparameters.defaults())),
                Named.of(
                        "paired",
                        new LossGradientModels_PairedTraining(LossGradientModels_PairedHyperparameters.defaults())),
                Named.of(
                        "attacked images",
                        new LossGradientModels_ImagesTraining(LossGradientModels_ImagesHyperparameters.defaults())));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void gradientsAreSlopes(NetworkPlan network) {
        try (GradientCheck check = new GradientCheck(network, 6, 42)) {
            check.assertGradientsAreSlopes();
        }
    }

    /** Where a slope by the input passes zero the loss on x' jumps, but by no more than the square of a small epsilon. */
    @Test
    void gradientsOfAttackedSequencesAreSlopes() {
        try (GradientCheck check = GradientCheck.smooth(
                new LossGradientModels_StepsTraining(LossGradientModels_StepsHyperparameters.defaults()), 6, 42)) {
            check.assertGradientsAreSlopes();
        }
    }

    /** Two runs with masks of their own, of two outputs behind gradients that are written by hand. */
    @Test
    void gradientsOfPairedSequencesAreSlopes() {
        try (GradientCheck check = GradientCheck.smooth(
                new LossGradientModels_PairedStepsTraining(LossGradientModels_PairedStepsHyperparameters.defaults()),
                6,
                42)) {
            check.assertGradientsAreSlopes();
        }
    }
}
