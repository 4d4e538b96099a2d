package io.regulus.kernels;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulus.kernels.BatchNormalization.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;

/** Large kernels give the same bits on any number of threads, and beside each other. */
class ThreadsTest {
    private static final long[] SHAPE = {9001, 33};
    private static final int CHANNELS = 33;
    private static final int N = 9001 * CHANNELS;
    private static final int STEPS = 20;

    /** A step that runs every op that uses threads. */
    private static final class Model implements AutoCloseable {
        final Graph graph = new Graph();
        final Session session;
        final List<VarHandleOp> variables = new ArrayList<>();
        final List<Op> updates = new ArrayList<>();
        final List<Operand<TFloat32>> results = new ArrayList<>();

        Model(int threads) {
            Ops tf = Ops.create(graph);
            List<Op> initial = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                VarHandleOp handle = Values.variable(tf, "v" + i, SHAPE);
                variables.add(handle);
                initial.add(Values.assign(tf, handle, Values.normal(i, N, 3, 1), SHAPE));
            }
            Operand<TFloat32> x = tf.readVariableOp(variables.get(0), TFloat32.class);
            Operand<TFloat32> scale = Values.constant(tf, Values.normal(7, CHANNELS, 1, 0.1), CHANNELS);
            Operand<TFloat32> shift = Values.constant(tf, Values.normal(8, CHANNELS, 0, 1), CHANNELS);
            BatchNormalization norm = BatchNormalization.of(tf, x, scale, shift, 1e-3f, Activation.RELU, threads);
            Gradients gradients = tf.gradients(
                    List.of(norm.y()),
                    List.of(x, scale, shift),
                    Gradients.dx(List.of(Values.constant(tf, Values.normal(9, N, 0, 1), SHAPE))));
            Operand<TFloat32> gradient = gradients.dy(0);
            results.addAll(List.of(norm.y(), norm.mean(), norm.variance(), gradient));
            results.add(gradients.dy(1));
            results.add(gradients.dy(2));
            results.add(SumOfSquares.of(tf, List.of(norm.y(), gradient, big(tf, x)), threads));
            Ops after = tf.withControlDependencies(List.<Op>copyOf(results));
            Operand<TFloat32> rate = tf.constant(1e-2f);
            AdamUpdate.Variables adam = new AdamUpdate.Variables(variables.get(0), variables.get(1), variables.get(2));
            updates.add(new AdamUpdate(0.9f, 0.999f, 1e-7f)
                    .apply(
                            after,
                            List.of(new AdamUpdate.Parameter(adam, gradient, new Shrinkage(1e-4f, 1e-3f))),
                            tf.constant(1L),
                            rate,
                            threads));
            updates.add(new DescentUpdate(0.9f, true, Shrinkage.NONE)
                    .withMomentum(after, variables.get(3), variables.get(4), rate, gradient, threads));
            updates.add(new DescentUpdate(0, false, Shrinkage.NONE)
                    .plain(after, variables.get(5), rate, gradient, threads));
            session = new Session(graph);
            initial.forEach(session::run);
        }

        /** Above a million values. */
        private static Operand<TFloat32> big(Ops tf, Operand<TFloat32> x) {
            return tf.concat(List.of(x, x, x, x), tf.constant(0));
        }

        /** What steps give: results of the last, then the variables. */
        List<float[]> run(int steps) {
            List<float[]> all = new ArrayList<>();
            for (int i = 0; i < steps; i++) {
                Session.Runner runner = session.runner();
                updates.forEach(runner::addTarget);
                results.forEach(runner::fetch);
                try (Result result = runner.run()) {
                    if (i == steps - 1) {
                        result.forEach(entry -> all.add(Values.array((TFloat32) entry.getValue())));
                    }
                }
            }
            Ops tf = Ops.create(graph);
            variables.forEach(handle -> all.add(Values.fetch(session, tf.readVariableOp(handle, TFloat32.class))));
            return all;
        }

        @Override
        public void close() {
            session.close();
            graph.close();
        }
    }

    private static List<float[]> results(int threads) {
        try (Model model = new Model(threads)) {
            return model.run(STEPS);
        }
    }

    private static void assertSame(List<float[]> actual, List<float[]> expected) {
        assertThat(actual).hasSize(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i)).isEqualTo(expected.get(i));
        }
    }

    @Test
    void theirNumberDoesNotMatter() {
        List<float[]> alone = results(1);
        for (int threads : new int[] {2, 4, 1000}) {
            assertSame(results(threads), alone);
        }
    }

    @Test
    void manySessionsAtATimeDoNotMatter() throws Exception {
        List<float[]> alone = results(1);
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<float[]>>> all = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                int threads = 1 + i % 3;
                all.add(callers.submit(() -> results(threads)));
            }
            for (Future<List<float[]>> results : all) {
                assertSame(results.get(), alone);
            }
        } finally {
            callers.shutdown();
        }
    }

    /** One after the other, with the helper awake. */
    @Test
    void tenThousandStepsCountEachOnce() {
        int n = 300_000;
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            VarHandleOp w = Values.variable(tf, "w", n);
            Op initial = Values.assign(tf, w, new float[n], n);
            Op step = new DescentUpdate(0, false, Shrinkage.NONE)
                    .plain(tf, w, tf.constant(-1f), tf.fill(tf.constant(new int[] {n}), tf.constant(1f)), 2);
            Operand<TFloat32> read = tf.readVariableOp(w, TFloat32.class);
            try (Session session = new Session(graph)) {
                session.run(initial);
                for (int i = 0; i < 10_000; i++) {
                    session.run(step);
                }
                for (float value : Values.fetch(session, read)) {
                    assertThat(value).isEqualTo(10_000f);
                }
            }
        }
    }

    @Test
    void lessThanOneIsRefused() {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            List<Operand<TFloat32>> tensors = List.of(tf.constant(2f));
            assertThat(assertThrows(IllegalArgumentException.class, () -> SumOfSquares.of(tf, tensors, 0)))
                    .hasMessageThat()
                    .isEqualTo("The number of threads must be at least 1, not 0.");
        }
    }
}
