package io.regulus.ops;

import static io.regulus.ops.GradientCheck.network;

import io.regulus.engine.NetworkPlan;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradients of attention are the slopes of the loss. */
class AttentionGradientTest {
    private static final int ROWS = 5;

    /** Scores move the loss little, and nothing here has a kink: wide enough to stand out of the rounding of the loss. */
    private static final float STEP = 1e-2f;

    /** A bias of the keys adds the same to every score of a query, which the softmax takes away. */
    private static final Set<String> FLAT = Set.of(
            "attention/key_bias",
            "crossed/key_bias",
            "block/key_bias",
            "gelu/key_bias",
            "softplus/key_bias",
            "elu/key_bias",
            "linear/key_bias");

    static Stream<Named<NetworkPlan>> networks() {
        return Stream.of(
                network(new AttentionGradientModels_SelfTraining(
                        AttentionGradientModels_SelfHyperparameters.defaults())),
                network(new AttentionGradientModels_CausalTraining(
                        AttentionGradientModels_CausalHyperparameters.defaults())),
                network(new AttentionGradientModels_CrossTraining(
                        AttentionGradientModels_CrossHyperparameters.defaults())),
                network(new AttentionGradientModels_PostNormTraining(
                        AttentionGradientModels_PostNormHyperparameters.defaults())),
                network(new AttentionGradientModels_PreNormTraining(
                        AttentionGradientModels_PreNormHyperparameters.defaults())),
                network(new AttentionGradientModels_ActivatedTraining(
                        AttentionGradientModels_ActivatedHyperparameters.defaults())));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void gradientsAreSlopes(NetworkPlan network) {
        try (GradientCheck check = new GradientCheck(network, ROWS, 42)) {
            check.assertGradientsAreSlopes(FLAT, STEP);
        }
    }

    /** The slopes of scales are small beside the rounding of losses, and nothing here has kinks. */
    @Test
    void gradientsOfScoresAreSlopes() {
        try (GradientCheck check = GradientCheck.smooth(
                new AttentionGradientModels_ScoredTraining(AttentionGradientModels_ScoredHyperparameters.defaults()),
                ROWS,
                42)) {
            check.assertGradientsAreSlopes();
        }
    }
}
