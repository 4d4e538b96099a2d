package io.regulus.ops;

import io.regulus.engine.Blueprint;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradients of recurrent layers, which are written out, are the slopes of the loss. */
class RecurrentGradientTest {
    private static final int ROWS = 4;

    static Stream<Named<Blueprint<?, ?>>> networks() {
        return Stream.of(
                Named.of("lstm", new RecurrentModels_LstmsTraining(RecurrentModels_LstmsHyperparameters.defaults())),
                Named.of("gru", new RecurrentModels_GrusTraining(RecurrentModels_GrusHyperparameters.defaults())),
                Named.of(
                        "reset before",
                        new RecurrentModels_GrusBeforeTraining(RecurrentModels_GrusBeforeHyperparameters.defaults())),
                Named.of(
                        "both ways",
                        new RecurrentModels_BothWaysTraining(RecurrentModels_BothWaysHyperparameters.defaults())),
                Named.of(
                        "merged", new RecurrentModels_MergedTraining(RecurrentModels_MergedHyperparameters.defaults())),
                Named.of(
                        "masked", new RecurrentModels_MaskedTraining(RecurrentModels_MaskedHyperparameters.defaults())),
                Named.of(
                        "dropped",
                        new RecurrentModels_DroppedTraining(RecurrentModels_DroppedHyperparameters.defaults())));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void gradientsAreSlopes(Blueprint<?, ?> network) {
        try (GradientCheck check = GradientCheck.smooth(network, ROWS, 42)) {
            check.assertGradientsAreSlopes();
        }
    }
}
