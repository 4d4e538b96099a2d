package io.regulus.model;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulus.data.Dataset;
import io.regulus.testing.Nets_PlainModel;
import io.regulus.testing.Samples;
import io.regulus.train.Callback;
import io.regulus.train.Fit;
import io.regulus.train.History;
import io.regulus.train.Schedule;
import io.regulus.train.StepResult;
import io.regulus.train.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConcurrencyTest {
    private static final Dataset DATA = Samples.labelled(64, 6, 3, 1);
    private static final Fit QUIET = Fit.epochs(1).batchSize(8).verbose(false);

    private final ExecutorService threads = Executors.newFixedThreadPool(6);

    @AfterEach
    void stop() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    /** Lets a fit take one step, then holds it. */
    private static final class Gate implements Callback {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);

        @Override
        public void onStep(TrainingRun run, StepResult step) {
            reached.countDown();
            try {
                open.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** With one feature that is always 1 the kernel and the bias have one gradient: started equal they stay equal. */
    @Test
    void aSnapshotIsOfOneStep() throws Exception {
        int rows = 512;
        float[] ones = new float[rows];
        float[] targets = new float[rows];
        for (int i = 0; i < rows; i++) {
            ones[i] = 1;
            targets[i] = (i % 7) - 3;
        }
        Dataset data = Dataset.ofFlat(ones, 1, targets);
        try (TwinModel model = TwinModel.create()) {
            model.layers().out().kernel().set(0);
            Future<History> training = threads.submit(
                    () -> model.fit(data, Fit.epochs(30).batchSize(1).verbose(false)));
            int snapshots = 0;
            while (!training.isDone()) {
                Weights weights = model.weights();
                assertThat(weights.get("out/kernel")).isEqualTo(weights.get("out/bias"));
                snapshots++;
            }
            training.get();
            assertThat(snapshots).isGreaterThan(100);
            assertThat(model.weights().get("out/bias")[0]).isNotEqualTo(0f);
        }
    }

    @Test
    void fourThreadsPredictAsOneWhileAnotherTrains() throws Exception {
        try (Nets_PlainModel model = Nets_PlainModel.create()) {
            // so small that no weight changes: what is predicted must not either
            model.setLearningRate(1e-30);
            List<Dataset> parts = new ArrayList<>();
            List<float[][]> expected = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                parts.add(Dataset.of(Samples.rows(50 + 70 * thread, 6, thread)));
                expected.add(model.predict(parts.get(thread)));
            }
            Future<History> training = threads.submit(
                    () -> model.fit(DATA, Fit.epochs(60).batchSize(8).verbose(false)));
            List<Future<?>> predicting = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                Dataset part = parts.get(thread);
                float[][] right = expected.get(thread);
                predicting.add(threads.submit(() -> {
                    for (int i = 0; i < 50; i++) {
                        assertThat(model.predict(part)).isEqualTo(right);
                    }
                }));
            }
            for (Future<?> thread : predicting) {
                thread.get();
            }
            assertThat(training.get().epochs()).hasSize(60);
            assertThat(model.steps()).isEqualTo(480);
        }
    }

    /** Sixteen kinds of batches, twice as many as are kept between predictions. */
    @Test
    void eightThreadsPredictRowsOfAnyNumberAsOneDoes() throws Exception {
        int[] rows = {1, 2, 3, 31, 255, 256, 257, 600};
        byte[] pixels = new byte[600 * 6];
        new Random(1).nextBytes(pixels);
        try (Nets_PlainModel model = Nets_PlainModel.create()) {
            List<Future<?>> predicting = new ArrayList<>();
            ExecutorService eight = Executors.newFixedThreadPool(8);
            try {
                for (int thread = 0; thread < 8; thread++) {
                    Dataset floats = Dataset.of(Samples.rows(rows[thread], 6, thread));
                    Dataset bytes =
                            Dataset.ofFlatBytes(pixels, 6).take(rows[thread]).withByteScale(0.01f * (thread + 1));
                    float[][] right = model.predict(floats);
                    float[][] rightOfBytes = model.predict(bytes);
                    predicting.add(eight.submit(() -> {
                        for (int i = 0; i < 50; i++) {
                            assertThat(model.predict(floats)).isEqualTo(right);
                            assertThat(model.predict(bytes)).isEqualTo(rightOfBytes);
                        }
                    }));
                }
                for (Future<?> thread : predicting) {
                    thread.get();
                }
            } finally {
                eight.shutdownNow();
                assertThat(eight.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    @Test
    void aSecondFitIsRefusedAndEverythingElseIsNot() throws Exception {
        try (Nets_PlainModel model = Nets_PlainModel.create()) {
            Gate gate = new Gate();
            Future<History> training = threads.submit(() -> model.fit(DATA, QUIET.callback(gate)));
            gate.reached.await();
            assertFails(IllegalStateException.class, () -> model.fit(DATA, QUIET), "being trained already");
            assertFails(IllegalStateException.class, () -> model.trainOnBatch(DATA), "being trained already");
            assertThat(model.steps()).isEqualTo(1);
            model.predict(DATA);
            model.evaluate(DATA);
            model.setWeights(model.weights());
            model.setLearningRate(0.5);
            gate.open.countDown();
            assertThat(training.get().last().learningRate()).isEqualTo(0.5);
            assertThat(model.steps()).isEqualTo(8);
            model.fit(DATA, QUIET);
        }
    }

    @Test
    void closingEndsAFitOfAnotherThread() throws Exception {
        Nets_PlainModel model = Nets_PlainModel.create();
        Gate gate = new Gate();
        Future<History> training = threads.submit(() -> model.fit(DATA, QUIET.callback(gate)));
        gate.reached.await();
        Future<?> closing = threads.submit(model::close);
        while (!isClosed(model)) {
            Thread.sleep(1);
        }
        gate.open.countDown();
        ExecutionException ended = assertThrows(ExecutionException.class, training::get);
        assertThat(ended).hasCauseThat().isInstanceOf(IllegalStateException.class);
        assertThat(ended).hasCauseThat().hasMessageThat().contains("closed");
        closing.get();
    }

    /** The rate of a step is fed from a tensor that closing frees, between two steps or while the next one's is worked out. */
    @Test
    void closingEndsAFitWithASchedule() {
        Nets_PlainModel model = Nets_PlainModel.create();
        Schedule schedule = moment -> {
            if (moment.step() == 3) {
                model.close();
            }
            return 1;
        };
        IllegalStateException ended =
                assertThrows(IllegalStateException.class, () -> model.fit(DATA, QUIET.schedule(schedule)));
        assertThat(ended).hasMessageThat().contains("closed");
        assertThat(ended.getSuppressed()).isEmpty();
        model.close();
    }

    private static boolean isClosed(Nets_PlainModel model) {
        try {
            model.steps();
            return false;
        } catch (IllegalStateException closed) {
            return true;
        }
    }

    @Test
    void closingWhileFourThreadsPredictCrashesNothing() throws Exception {
        Nets_PlainModel model = Nets_PlainModel.create();
        CountDownLatch started = new CountDownLatch(4);
        List<Future<?>> predicting = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            Dataset part = DATA.take(1 + 21 * thread);
            predicting.add(threads.submit(() -> {
                model.predict(part);
                started.countDown();
                IllegalStateException closed = assertThrows(IllegalStateException.class, () -> {
                    while (true) {
                        model.predict(part);
                    }
                });
                assertThat(closed).hasMessageThat().contains("Nets.Plain is closed");
            }));
        }
        started.await();
        model.close();
        for (Future<?> thread : predicting) {
            thread.get();
        }
    }
}
