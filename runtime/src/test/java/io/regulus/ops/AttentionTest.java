package io.regulus.ops;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import io.regulus.testing.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Attention against its formula in doubles, with sequences of different lengths, masks and the order of steps. */
class AttentionTest {
    private static final int STEPS = 4;
    private static final int OTHERS = 7;
    private static final int WIDTH = 6;
    private static final int OUTPUTS = 5;

    /** The first row sees all, the second some, the third nothing. */
    private static boolean[] visible(int others) {
        boolean[] visible = new boolean[AttentionGraph.ROWS * others];
        for (int i = 0; i < 2 * others; i++) {
            visible[i] = i < others || i % 3 == 0;
        }
        return visible;
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, false",
        "true, false, false",
        "false, true, false",
        "true, true, false",
        "true, false, true",
        "true, true, true"
    })
    void isItsFormula(boolean masked, boolean causal, boolean mixed) {
        float[] query = AttentionGraph.sequence(STEPS, 1);
        float[] value = AttentionGraph.sequence(OTHERS, 2);
        boolean[] visible = visible(OTHERS);
        try (AttentionGraph graph = new AttentionGraph(STEPS, OTHERS, masked, causal, mixed)) {
            float[] actual = graph.output(query, value, visible);
            double[] expected = graph.formula(query, value, visible);
            assertThat(actual).hasLength(expected.length);
            int compared = 0;
            for (int i = 0; i < expected.length; i++) {
                if (Double.isNaN(expected[i])) {
                    continue;
                }
                compared++;
                assertWithMessage("value " + i)
                        .that((double) actual[i])
                        .isWithin(2e-5 * Math.max(1, Math.abs(expected[i])))
                        .of(expected[i]);
            }
            // the first row sees everything
            assertThat(compared).isAtLeast(STEPS * OUTPUTS);
        }
    }

    @Test
    void whatIsMaskedChangesNothing() {
        boolean[] visible = visible(OTHERS);
        float[] query = AttentionGraph.sequence(STEPS, 1);
        float[] value = AttentionGraph.sequence(OTHERS, 2);
        float[] other = value.clone();
        float[] noise = Samples.normal(value.length, 3);
        for (int i = 0; i < value.length; i++) {
            other[i] += visible[i / WIDTH] ? 0 : 10 * noise[i];
        }
        try (AttentionGraph graph = new AttentionGraph(STEPS, OTHERS, true, false, false)) {
            int known = 2 * STEPS * OUTPUTS;
            float[] before = graph.output(query, value, visible);
            float[] after = graph.output(query, other, visible);
            assertThat(Arrays.copyOf(after, known)).isEqualTo(Arrays.copyOf(before, known));
            // the last row has nothing but masked steps
            assertThat(after).isNotEqualTo(before);
            List<float[]> slopes = graph.slopes(query, value, visible);
            for (int i = 0; i < 2 * OTHERS * WIDTH; i++) {
                if (!visible[i / WIDTH]) {
                    assertThat(slopes.get(1)[i]).isEqualTo(0);
                }
            }
        }
    }

    @Test
    void aRowThatSeesNothingIsFinite() {
        boolean[] nothing = new boolean[AttentionGraph.ROWS * OTHERS];
        float[] query = AttentionGraph.sequence(STEPS, 1);
        float[] value = AttentionGraph.sequence(OTHERS, 2);
        for (boolean causal : new boolean[] {false, true}) {
            try (AttentionGraph graph = new AttentionGraph(STEPS, OTHERS, true, causal, false)) {
                assertFinite(graph.output(query, value, nothing));
                graph.slopes(query, value, nothing).forEach(AttentionTest::assertFinite);
            }
        }
    }

    private static void assertFinite(float[] values) {
        for (float value : values) {
            assertThat(Float.isFinite(value)).isTrue();
        }
    }

    @Test
    void aCausalStepDoesNotSeeLaterOnes() {
        float[] x = AttentionGraph.sequence(STEPS, 1);
        boolean[] all = new boolean[AttentionGraph.ROWS * STEPS];
        try (AttentionGraph causal = new AttentionGraph(STEPS, STEPS, false, true, false);
                AttentionGraph free = new AttentionGraph(STEPS, STEPS, false, false, false)) {
            float[] before = causal.output(x, x, all);
            for (int step = 1; step < STEPS; step++) {
                float[] changed = x.clone();
                for (int row = 0; row < AttentionGraph.ROWS; row++) {
                    for (int i = 0; i < WIDTH; i++) {
                        changed[(row * STEPS + step) * WIDTH + i] += 1;
                    }
                }
                float[] after = causal.output(changed, changed, all);
                float[] mixed = free.output(changed, changed, all);
                for (int i = 0; i < before.length; i++) {
                    boolean earlier = i / OUTPUTS % STEPS < step;
                    assertWithMessage("value %s, step %s changed", i, step)
                            .that(after[i] == before[i])
                            .isEqualTo(earlier);
                    assertThat(mixed[i]).isNotEqualTo(before[i]);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"false, false", "true, false", "false, true", "true, true"})
    void gradientsOfTheSequencesAreSlopes(boolean masked, boolean causal) {
        float[] query = AttentionGraph.sequence(STEPS, 1);
        float[] value = AttentionGraph.sequence(OTHERS, 2);
        boolean[] visible = new boolean[AttentionGraph.ROWS * OTHERS];
        for (int i = 0; i < visible.length; i++) {
            visible[i] = i % OTHERS % 3 == 0;
        }
        try (AttentionGraph graph = new AttentionGraph(STEPS, OTHERS, masked, causal, false)) {
            List<float[]> slopes = graph.slopes(query, value, visible);
            assertSlopes(slopes.get(0), query, () -> squares(graph.formula(query, value, visible)));
            assertSlopes(slopes.get(1), value, () -> squares(graph.formula(query, value, visible)));
        }
    }

    private static void assertSlopes(float[] claimed, float[] x, DoubleSupplier squares) {
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < x.length; i++) {
            float kept = x[i];
            x[i] = kept + 0x1p-10f;
            double above = squares.getAsDouble();
            x[i] = kept - 0x1p-10f;
            double slope = (above - squares.getAsDouble()) / 0x1p-9;
            x[i] = kept;
            difference += Math.pow(slope - claimed[i], 2);
            norm += slope * slope;
        }
        assertThat(norm).isGreaterThan(1);
        assertThat(Math.sqrt(difference / norm)).isAtMost(1e-3);
    }

    private static double squares(double[] values) {
        return Arrays.stream(values).map(value -> value * value).sum();
    }

    @Test
    void dropoutDropsItsShareOfTheWeightsAndScalesTheRest() {
        int rows = 500;
        int steps = 8;
        double p = 0.25;
        float[] sums = droppedSums(rows, steps, p);
        Moments moments = Moments.of(sums);
        double variance = p / (1 - p) / steps;
        assertThat(moments.mean())
                .isWithin(4 * Math.sqrt(variance / sums.length))
                .of(1);
        assertThat(moments.variance()).isWithin(0.07 * variance).of(variance);
        float[] first = new float[sums.length / 2];
        float[] second = new float[sums.length / 2];
        for (int i = 0; i < first.length; i++) {
            first[i] = sums[2 * i];
            second[i] = sums[2 * i + 1];
        }
        assertWithMessage("correlation of the heads")
                .that(Math.abs(Moments.correlation(first, second)))
                .isAtMost(4 / Math.sqrt(first.length));
    }

    /** What two heads give where every step weighs the same and has the value 1: the mean of each step's mask. */
    private static float[] droppedSums(int rows, int steps, double p) {
        try (Graph graph = new Graph();
                Session session = new Session(graph)) {
            Ops tf = Ops.create(graph);
            Variables variables = new Variables(3);
            Pass pass = Pass.training(tf, variables, Pass.Method.PLAIN);
            MultiHeadAttention attention =
                    MultiHeadAttention.of(pass, "a", 1, 1, 2, 1, 1, 2, false, Initializers.glorotUniform());
            Operand<TFloat32> x = tf.fill(tf.constant(new int[] {rows, steps, 1}), tf.constant(1f));
            Operand<TFloat32> y = attention.apply(pass, x, x, false, p);
            session.run(tf.assignVariableOp(pass.step().handle(), tf.constant(7L)));
            session.run(tf.assignVariableOp(attention.queryKernel().handle(), tf.constant(new float[][] {{0, 0}})));
            session.run(tf.assignVariableOp(attention.keyKernel().handle(), tf.constant(new float[][] {{0, 0}})));
            session.run(tf.assignVariableOp(attention.valueKernel().handle(), tf.constant(new float[][] {{1, 1}})));
            session.run(tf.assignVariableOp(attention.outputKernel().handle(), tf.constant(new float[][] {{1, 0}, {0, 1}
            })));
            try (Result result = session.runner().fetch(y).run()) {
                float[] read = new float[rows * steps * 2];
                result.get(0).asRawTensor().data().asFloats().read(read);
                return read;
            }
        }
    }
}
