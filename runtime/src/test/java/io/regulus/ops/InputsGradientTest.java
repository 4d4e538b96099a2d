package io.regulus.ops;

import io.regulus.engine.NetworkPlan;
import io.regulus.parity.InputsPlans;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradients of networks with several inputs and outputs are the slopes of the total loss they report. */
class InputsGradientTest {
    static Stream<Named<NetworkPlan>> networks() {
        return InputsPlans.all().stream().map(GradientCheck::network);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void gradientsAreSlopes(NetworkPlan network) {
        try (GradientCheck check = new GradientCheck(network, 5, 42)) {
            check.assertGradientsAreSlopes();
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void gradientsOfWeighedRowsAreSlopes(NetworkPlan network) {
        try (GradientCheck check = new GradientCheck(network, 5, 42, 0.5f, 3, 0, 1, 2.5f)) {
            check.assertGradientsAreSlopes();
        }
    }
}
