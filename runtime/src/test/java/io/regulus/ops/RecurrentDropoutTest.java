package io.regulus.ops;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dropout of a recurrent layer's inputs and of its state: a mask per row that holds for all steps. */
class RecurrentDropoutTest {
    private static final int ROWS = 300;
    private static final int STEPS = 4;
    private static final int UNITS = 20;

    /** Chance that a good generator is further off than this many deviations: 1 in 16,000. */
    private static final double DEVIATIONS = 4;

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5})
    void aRowHasOneMaskOfItsInputs(double p) {
        try (RecurrentGraph graph = new RecurrentGraph(1, "lstm", false, UNITS, STEPS, p, 0, false)) {
            double[] mask = new double[ROWS * UNITS];
            double[][][] outputs = graph.outputs(ROWS, 3, true);
            for (int i = 0; i < mask.length; i++) {
                mask[i] = RecurrentGraph.entered(outputs[i / UNITS][0][i % UNITS]) * 2;
                for (int step = 1; step < STEPS; step++) {
                    assertThat(outputs[i / UNITS][step][i % UNITS]).isEqualTo(outputs[i / UNITS][0][i % UNITS]);
                }
            }
            assertDropped(mask, p);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5})
    void aRowHasOneMaskOfItsState(double p) {
        try (RecurrentGraph graph = new RecurrentGraph(1, "lstm", false, UNITS, STEPS, 0, p, true)) {
            assertDropped(stateMask(graph, 3), p);
        }
    }

    /** The mask of the state, from what each step made of the one before. */
    private static double[] stateMask(RecurrentGraph graph, long atStep) {
        double[][][] outputs = graph.outputs(ROWS, atStep, false);
        double[] mask = new double[ROWS * UNITS];
        for (int i = 0; i < mask.length; i++) {
            double[][] row = outputs[i / UNITS];
            int unit = i % UNITS;
            mask[i] = RecurrentGraph.entered(row[1][unit]) / row[0][unit];
            for (int step = 2; step < STEPS; step++) {
                assertWithMessage("what step " + step + " made of the state")
                        .that(RecurrentGraph.entered(row[step][unit]))
                        .isWithin(2e-5)
                        .of(mask[i] * row[step - 1][unit]);
            }
        }
        return mask;
    }

    private static void assertDropped(double[] mask, double p) {
        double kept = 0;
        for (double factor : mask) {
            // a gate that is shut lets 1e-13 through
            if (Math.abs(factor) > 1e-6) {
                assertThat(factor).isWithin(1e-3).of(1 / (1 - p));
                kept++;
            }
        }
        assertWithMessage("share kept")
                .that(kept / mask.length)
                .isWithin(DEVIATIONS * Math.sqrt(p * (1 - p) / mask.length))
                .of(1 - p);
    }

    @Test
    void stepsOfTrainingFieldsAndDirectionsDrawTheirOwnAndRerunsTheSame() {
        double[] mask = drawn(1, "lstm", false, 3);
        assertThat(drawn(1, "lstm", false, 3)).isEqualTo(mask);
        double[][] others = {
            drawn(1, "lstm", false, 4),
            drawn(1, "other", false, 3),
            drawn(2, "lstm", false, 3),
            drawn(1, "lstm", true, 3)
        };
        for (double[] other : others) {
            assertThat(Math.abs(correlation(mask, other))).isAtMost(DEVIATIONS / Math.sqrt(mask.length));
        }
    }

    @Test
    void inputsAndStateHaveMasksOfTheirOwn() {
        double[] inputs = inputMask(new RecurrentGraph(1, "lstm", false, UNITS, STEPS, 0.5, 0, false));
        double[] state = drawn(1, "lstm", false, 3);
        assertThat(Math.abs(correlation(inputs, state))).isAtMost(DEVIATIONS / Math.sqrt(state.length));
    }

    private static double[] inputMask(RecurrentGraph made) {
        try (RecurrentGraph graph = made) {
            return Arrays.stream(graph.outputs(ROWS, 3, true))
                    .flatMapToDouble(row -> Arrays.stream(row[0]))
                    .map(output -> output == 0 ? 0 : 1)
                    .toArray();
        }
    }

    /** Which units of the state were kept, read off the second step that the direction takes. */
    private static double[] drawn(long seed, String name, boolean backward, long atStep) {
        try (RecurrentGraph graph = new RecurrentGraph(seed, name, backward, UNITS, STEPS, 0, 0.5, true)) {
            // ones at every step: a kept state makes the second output larger than the first
            return Arrays.stream(graph.outputs(ROWS, atStep, true))
                    .flatMapToDouble(row -> {
                        double[] first = row[backward ? STEPS - 1 : 0];
                        double[] second = row[backward ? STEPS - 2 : 1];
                        double[] kept = new double[UNITS];
                        for (int i = 0; i < UNITS; i++) {
                            kept[i] = second[i] > first[i] + 0.01 ? 1 : 0;
                        }
                        return Arrays.stream(kept);
                    })
                    .toArray();
        }
    }

    /** Of two series of zeros and ones of which half are ones. */
    private static double correlation(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (2 * one[i] - 1) * (2 * other[i] - 1);
        }
        return sum / one.length;
    }
}
