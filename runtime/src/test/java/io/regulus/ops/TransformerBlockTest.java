package io.regulus.ops;

import static com.google.common.truth.Truth.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/** Where a block drops, and what a mask does to it. */
class TransformerBlockTest {
    private static final int ROWS = 600;
    private static final int STEPS = 4;
    private static final int WIDTH = 4;
    private static final double P = 0.25;

    /** Sets a weight: the diagonal of a kernel or all of a bias. */
    private static void set(Session session, Ops tf, Weight weight, float value) {
        float[] values = new float[Math.toIntExact(weight.shape().size())];
        boolean kernel = weight.shape().numDimensions() == 2;
        for (int i = 0; i < values.length; i += kernel ? WIDTH + 1 : 1) {
            values[i] = value;
        }
        session.run(tf.assignVariableOp(weight.handle(), tf.constant(weight.shape(), DataBuffers.of(values))));
    }

    /** What attention (true) or feed (false) adds, where both would add ones without dropout. */
    private static float[] added(boolean attention, double p) {
        try (Graph graph = new Graph();
                Session session = new Session(graph)) {
            Ops tf = Ops.create(graph);
            Pass pass = Pass.training(tf, new Variables(3), Pass.Method.PLAIN);
            TransformerBlock block =
                    TransformerBlock.of(pass, "b", WIDTH, 1, WIDTH, WIDTH, Initializers.glorotUniform());
            Operand<TFloat32> x = tf.zeros(tf.constant(new int[] {ROWS, STEPS, WIDTH}), TFloat32.class);
            Operand<TFloat32> y = attention
                    ? block.normThenAttend(pass, x, false, p, 1e-5)
                    : block.normThenFeed(pass, x, tf.nn::relu, p, 1e-5);
            session.run(tf.assignVariableOp(pass.step().handle(), tf.constant(7L)));
            for (Weight zero : new Weight[] {
                block.queryKernel(), block.queryBias(), block.keyKernel(), block.keyBias(),
                block.valueKernel(), block.outputBias(), block.norm1Shift(), block.norm2Shift(),
                block.dense1Kernel(), block.dense2Bias()
            }) {
                set(session, tf, zero, 0);
            }
            for (Weight one : new Weight[] {
                block.valueBias(),
                block.outputKernel(),
                block.dense1Bias(),
                block.dense2Kernel(),
                block.norm1Scale(),
                block.norm2Scale()
            }) {
                set(session, tf, one, 1);
            }
            try (Result result = session.runner().fetch(y).run()) {
                float[] read = new float[ROWS * STEPS * WIDTH];
                result.get(0).asRawTensor().data().asFloats().read(read);
                return read;
            }
        }
    }

    @Test
    void withoutDropoutBothAddOnes() {
        float[] ones = new float[ROWS * STEPS * WIDTH];
        Arrays.fill(ones, 1);
        assertThat(added(true, 0)).usingTolerance(1e-6).containsExactly(ones).inOrder();
        assertThat(added(false, 0)).usingTolerance(1e-6).containsExactly(ones).inOrder();
    }

    /** Two masks on each value: mean 1, mean square 1 / (1 - p)^2. */
    @Test
    void feedDropsBehindTheActivationAndBehindTheSecondLayer() {
        Moments moments = Moments.of(added(false, P));
        double variance = 1 / Math.pow(1 - P, 2) - 1;
        assertThat(moments.mean())
                .isWithin(4 * Math.sqrt(variance / (ROWS * STEPS * WIDTH)))
                .of(1);
        assertThat(moments.variance()).isWithin(0.05 * variance).of(variance);
        assertThat(moments.max()).isWithin(1e-3).of(1 / Math.pow(1 - P, 2));
        assertThat(moments.min()).isEqualTo(0);
    }

    /** The mean of the masks of four steps, shared by the features of a step, times a mask of the value's own. */
    @Test
    void attentionDropsItsWeightsAndWhatItGives() {
        Moments moments = Moments.of(added(true, P));
        double variance = (1 + P / (1 - P) / STEPS) / (1 - P) - 1;
        assertThat(moments.mean()).isWithin(0.03).of(1);
        assertThat(moments.variance()).isWithin(0.08 * variance).of(variance);
        assertThat(moments.max()).isWithin(1e-3).of(1 / Math.pow(1 - P, 2));
    }

    @Test
    void whatIsMaskedChangesNoOtherStep() {
        float[] before = masked(0);
        float[] after = masked(5);
        for (int step = 0; step < STEPS; step++) {
            for (int i = 0; i < WIDTH; i++) {
                boolean same = before[step * WIDTH + i] == after[step * WIDTH + i];
                assertThat(same).isEqualTo(step != 2);
            }
        }
    }

    /** A row whose third step, which is masked, differs by the given number from feature to feature. */
    private static float[] masked(float difference) {
        try (Graph graph = new Graph();
                Session session = new Session(graph)) {
            Ops tf = Ops.create(graph);
            Variables variables = new Variables(3);
            Pass pass = Pass.inference(tf, variables);
            TransformerBlock block = TransformerBlock.of(pass, "b", WIDTH, 2, 2, 6, Initializers.glorotUniform());
            float[][][] x = new float[1][STEPS][WIDTH];
            for (int i = 0; i < STEPS * WIDTH; i++) {
                x[0][i / WIDTH][i % WIDTH] = (float) Math.sin(i) + (i / WIDTH == 2 ? i * difference : 0);
            }
            Operand<TBool> mask = tf.constant(new boolean[][] {{true, true, false, true}});
            Operand<TFloat32> attended = block.seeing(mask).attendThenNorm(pass, tf.constant(x), false, 0.5, 1e-5);
            Operand<TFloat32> y = block.feedThenNorm(pass, attended, tf.nn::relu, 0.5, 1e-5);
            for (Variable<?> variable : variables.all()) {
                session.run(tf.assignVariableOp(
                        Variables.handle(tf, variable), variable.initial().apply(tf)));
            }
            try (Result result = session.runner().fetch(y).run()) {
                float[] read = new float[STEPS * WIDTH];
                result.get(0).asRawTensor().data().asFloats().read(read);
                return read;
            }
        }
    }
}
