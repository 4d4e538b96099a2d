package io.regulus.kernels;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;

/** Updates beside readers, and two sessions with variables of the same names. */
class ConcurrencyTest {
    private static final int N = 20_000;
    private static final int STEPS = 300;

    /** w -= 1 everywhere, per step, from w = 0. */
    private static final class Model implements AutoCloseable {
        final Graph graph = new Graph();
        final Session session;
        final Op step;
        final Operand<TFloat32> read;

        Model() {
            Ops tf = Ops.create(graph);
            VarHandleOp w = Values.variable(tf, "w", N);
            Op initial = Values.assign(tf, w, new float[N], N);
            float[] ones = new float[N];
            Arrays.fill(ones, 1);
            step = new DescentUpdate(0, false, Shrinkage.NONE)
                    .plain(tf, w, tf.constant(1f), Values.constant(tf, ones, N), 1);
            read = tf.math.mul(tf.readVariableOp(w, TFloat32.class), tf.constant(-1f));
            session = new Session(graph);
            session.run(initial);
        }

        /** The number of steps that a reader sees; -1 if not the same everywhere. */
        int seen() {
            float[] values = Values.fetch(session, read);
            for (float value : values) {
                if (value != values[0]) {
                    return -1;
                }
            }
            return (int) values[0];
        }

        @Override
        public void close() {
            session.close();
            graph.close();
        }
    }

    @Test
    void readersSeeWholeUpdatesAndSessionsAreApart() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Model first = new Model();
                Model second = new Model()) {
            AtomicBoolean done = new AtomicBoolean();
            List<Future<List<Integer>>> readers = new ArrayList<>();
            for (Model model : List.of(first, second)) {
                readers.add(threads.submit(() -> {
                    List<Integer> seen = new ArrayList<>();
                    while (!done.get()) {
                        seen.add(model.seen());
                    }
                    return seen;
                }));
            }
            for (int i = 0; i < STEPS; i++) {
                first.session.run(first.step);
                if (i % 3 == 0) {
                    second.session.run(second.step);
                }
            }
            done.set(true);
            for (Future<List<Integer>> reader : readers) {
                assertThat(reader.get()).isInOrder();
                assertThat(reader.get()).doesNotContain(-1);
            }
            assertThat(first.seen()).isEqualTo(STEPS);
            assertThat(second.seen()).isEqualTo(STEPS / 3);
        } finally {
            threads.shutdown();
        }
    }

    /** Every op in one step; a single tensor leaked per step, of 16 kB, would be 128 MB in the end. */
    @Test
    void manyStepsTakeNoMoreMemory() {
        long[] shape = {64, 64};
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            List<Op> initial = new ArrayList<>();
            List<Operand<TFloat32>> trained = new ArrayList<>();
            List<AdamUpdate.Variables> variables = new ArrayList<>();
            for (String name : List.of("x", "scale", "shift")) {
                long[] dims = name.equals("x") ? shape : new long[] {shape[1]};
                List<VarHandleOp> handles = new ArrayList<>();
                for (String slot : List.of("", "/m", "/v")) {
                    VarHandleOp handle = Values.variable(tf, name + slot, dims);
                    handles.add(handle);
                    float[] values = Values.normal(1, (int) Shape.of(dims).size(), 1, 0.1);
                    initial.add(Values.assign(tf, handle, values, dims));
                }
                variables.add(new AdamUpdate.Variables(handles.get(0), handles.get(1), handles.get(2)));
                trained.add(tf.readVariableOp(handles.get(0), TFloat32.class));
            }
            Draws draws = new Draws(Values.draws(tf, Values.draws(2, 64 * 64), shape), 13_000);
            Operand<TFloat32> normal = BatchNormalization.of(
                            tf,
                            trained.get(0),
                            trained.get(1),
                            trained.get(2),
                            1e-3f,
                            new BatchNormalization.Activation(true, Optional.of(draws)),
                            2)
                    .y();
            Operand<TFloat32> y = ReluDropout.apply(tf, tf.math.sub(normal, tf.constant(0.1f)), draws);
            Gradients gradients = tf.gradients(y, trained);
            List<Operand<TFloat32>> slopes = new ArrayList<>();
            trained.forEach(weight -> slopes.add(gradients.dy(slopes.size())));
            SquaredError loss = SquaredError.of(tf, y, normal);
            slopes.add(loss.gradient());
            slopes.add(loss.value());
            Operand<TFloat32> check = SumOfSquares.of(tf, slopes, 2);
            Session.Runner step;
            try (Session session = new Session(graph)) {
                initial.forEach(session::run);
                step = session.runner().addTarget(check.op());
                List<AdamUpdate.Parameter> parameters = new ArrayList<>();
                for (int i = 0; i < variables.size(); i++) {
                    parameters.add(
                            new AdamUpdate.Parameter(variables.get(i), slopes.get(i), new Shrinkage(1e-4f, 1e-4f)));
                }
                step.addTarget(new AdamUpdate(0.9f, 0.999f, 1e-7f)
                        .apply(tf, parameters, tf.constant(3L), tf.constant(1e-3f), 2));
                long before = 0;
                for (int i = 0; i < 10_000; i++) {
                    step.run().close();
                    if (i == 2000) {
                        before = residentKilobytes();
                    }
                }
                assertThat(residentKilobytes() - before).isLessThan(40_000);
            }
        }
    }

    private static long residentKilobytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
