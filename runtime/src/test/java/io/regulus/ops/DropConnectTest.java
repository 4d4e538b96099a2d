package io.regulus.ops;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Which weights are dropped: how many, and that nothing else tells which. */
class DropConnectTest {
    private static final int N = 120 * 100;

    /** What is left of a kernel of ones in a step. */
    private static float[] drawn(long seed, String name, double p, long step) {
        try (Graph graph = new Graph();
                Session session = new Session(graph)) {
            Ops tf = Ops.create(graph);
            Pass pass = Pass.training(tf, new Variables(seed), Pass.Method.PLAIN);
            Operand<TFloat32> ones = tf.ones(tf.constant(new int[] {120, 100}), TFloat32.class);
            Operand<TFloat32> left = DropConnect.apply(pass, name, ones, p);
            session.run(tf.assignVariableOp(pass.step().handle(), tf.constant(step)));
            return run(session, left);
        }
    }

    private static float[] run(Session session, Operand<TFloat32> values) {
        try (Result result = session.runner().fetch(values).run()) {
            float[] read = new float[N];
            result.get(0).asRawTensor().data().asFloats().read(read);
            return read;
        }
    }

    @Test
    void itsShareIsDroppedAndTheRestScaled() {
        for (double p : new double[] {0.1, 0.5, 0.8}) {
            int dropped = 0;
            for (float value : drawn(1, "head/kernel", p, 3)) {
                assertThat(value).isAnyOf(0f, (float) (1 / (1 - p)));
                dropped += value == 0 ? 1 : 0;
            }
            assertThat(dropped / (double) N)
                    .isWithin(4.5 * Math.sqrt(p * (1 - p) / N))
                    .of(p);
        }
    }

    @Test
    void drawsRepeatAndAreIndependentOfOtherKernelsStepsAndSeeds() {
        float[] once = drawn(1, "head/kernel", 0.5, 3);
        assertThat(drawn(1, "head/kernel", 0.5, 3)).isEqualTo(once);
        float[][] others = {
            drawn(1, "body/kernel", 0.5, 3), drawn(1, "head/kernel", 0.5, 4), drawn(2, "head/kernel", 0.5, 3)
        };
        for (float[] other : others) {
            assertThat(Math.abs(Moments.correlation(once, other))).isAtMost(4.5 / Math.sqrt(N));
        }
    }

    /** The first step and the first weights both have the number 0. */
    @Test
    void theFirstMaskDoesNotTellTheFirstWeights() {
        try (Graph graph = new Graph();
                Session session = new Session(graph)) {
            Ops tf = Ops.create(graph);
            Pass pass = Pass.training(tf, new Variables(1), Pass.Method.PLAIN);
            Weight kernel = pass.kernel("head/kernel", Initializers.glorotUniform(), 120, 100);
            float[] weights = run(session, kernel.initial(tf));
            float[] left = drawn(1, "head/kernel", 0.5, 0);
            assertThat(Math.abs(Moments.correlation(weights, left))).isAtMost(4.5 / Math.sqrt(N));
        }
    }

    @Test
    void nothingHappensInInferenceOrWithoutANumber() {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Operand<TFloat32> kernel = tf.ones(tf.constant(new int[] {4, 3}), TFloat32.class);
            Pass inference = Pass.inference(tf, new Variables(1));
            Pass training = Pass.training(tf, new Variables(1), Pass.Method.PLAIN);
            assertThat(DropConnect.apply(inference, "head/kernel", kernel, 0.5)).isSameInstanceAs(kernel);
            assertThat(DropConnect.apply(training, "head/kernel", kernel, 0)).isSameInstanceAs(kernel);
        }
    }
}
