package io.regulus.processor.graph;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.annotations.ActivationFunction;
import io.regulus.annotations.Interval;
import io.regulus.annotations.Padding;
import io.regulus.processor.check.Parameter.Role;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is joined with its neighbour, what changes places, and what must not. */
class FusionTest {
    private static final Hyperparameter P = number("dropout", 0.3);
    private static final Operation CONV = new Conv2DOp(
            new Variable(
                    "conv",
                    "kernel",
                    Role.KERNEL,
                    List.of(3, 3, 1, 4),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    true,
                    Optional.empty()),
            Optional.empty(),
            List.of(1, 1),
            List.of(1, 1),
            Padding.SAME);
    private static final Holder HOLDER = new Holder("BatchNorm", "Norm", List.of(4));
    private static final Operation NORM = norm(false, Optional.empty());
    private static final Operation RELU = activation(ActivationFunction.RELU);
    private static final Operation LEAKY_RELU = activation(ActivationFunction.LEAKY_RELU);
    private static final Operation MAX = pool(true);
    private static final Operation AVERAGE = pool(false);
    private static final Operation MAX_OF_STEPS = new PoolOp(true, List.of(3), List.of(2), Padding.SAME);
    private static final Operation GLOBAL_MAX = new GlobalPoolOp(true);
    private static final Operation GLOBAL_AVERAGE = new GlobalPoolOp(false);
    private static final Operation DROPOUT = new DropoutOp(P, false);
    private static final Operation RELU_DROPOUT = new DropoutOp(P, true);

    private static Hyperparameter number(String name, double value) {
        return new Hyperparameter("conv", name, value, Interval.parse("[0, 1)"), "@Test");
    }

    private static Operation norm(boolean relu, Optional<Hyperparameter> dropout) {
        return new BatchNormOp(HOLDER, number("momentum", 0.9), number("epsilon", 0.1), true, relu, dropout);
    }

    private static Operation activation(ActivationFunction function) {
        return new ActivationOp(function, Optional.empty());
    }

    private static Operation pool(boolean max) {
        return new PoolOp(max, List.of(2, 3), List.of(2, 2), Padding.VALID);
    }

    private static void assertFused(List<Operation> written, Operation... expected) {
        assertThat(Fusion.of(written)).containsExactlyElementsIn(expected).inOrder();
    }

    @Test
    void aReluRunsAfterTheMaxPool() {
        assertFused(List.of(CONV, RELU, MAX), CONV, MAX, RELU);
    }

    @Test
    void aReluRunsAfterAMaxPoolOfAnyKind() {
        assertFused(List.of(CONV, RELU, MAX_OF_STEPS), CONV, MAX_OF_STEPS, RELU);
        assertFused(List.of(CONV, RELU, GLOBAL_MAX), CONV, GLOBAL_MAX, RELU);
        assertFused(List.of(CONV, RELU, GLOBAL_AVERAGE), CONV, RELU, GLOBAL_AVERAGE);
    }

    @Test
    void aReluOfANormRunsAfterTheMaxPoolToo() {
        assertFused(List.of(CONV, NORM, RELU, MAX), CONV, NORM, MAX, RELU);
    }

    @Test
    void aReluThatWasMovedStillMeetsTheDropout() {
        assertFused(List.of(CONV, RELU, MAX, DROPOUT), CONV, MAX, RELU_DROPOUT);
        assertFused(List.of(CONV, NORM, RELU, MAX, DROPOUT), CONV, NORM, MAX, RELU_DROPOUT);
    }

    @Test
    void aNormTakesTheReluAndTheDropoutThatFollow() {
        assertFused(List.of(NORM, RELU), norm(true, Optional.empty()));
        assertFused(List.of(NORM, RELU, DROPOUT), norm(true, Optional.of(P)));
    }

    @Test
    void aReluTakesTheDropoutThatFollows() {
        assertFused(List.of(CONV, RELU, DROPOUT), CONV, RELU_DROPOUT);
    }

    @Test
    void dropoutWithoutAReluStandsAlone() {
        assertFused(List.of(CONV, DROPOUT), CONV, DROPOUT);
        assertFused(List.of(NORM, DROPOUT), NORM, DROPOUT);
        assertFused(List.of(CONV, LEAKY_RELU, DROPOUT), CONV, LEAKY_RELU, DROPOUT);
    }

    @Test
    void noReluPassesAnAveragePool() {
        assertFused(List.of(CONV, RELU, AVERAGE), CONV, RELU, AVERAGE);
        assertFused(List.of(NORM, RELU, AVERAGE), norm(true, Optional.empty()), AVERAGE);
    }

    @Test
    void noOtherActivationPassesAMaxPoolOrJoinsANorm() {
        assertFused(List.of(CONV, LEAKY_RELU, MAX), CONV, LEAKY_RELU, MAX);
        assertFused(List.of(NORM, LEAKY_RELU, MAX), NORM, LEAKY_RELU, MAX);
    }
}
