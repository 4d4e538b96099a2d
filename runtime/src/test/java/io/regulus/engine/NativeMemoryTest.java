package io.regulus.engine;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.regulus.checkpoint.Checkpoints;
import io.regulus.data.Dataset;
import io.regulus.testing.ForkedJvm;
import io.regulus.testing.Nets_WideModel;
import io.regulus.testing.Samples;
import io.regulus.train.Fit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Training and predicting leave no native memory behind. Measured in a JVM of its own, whose heap is fixed and in which
 * nothing but {@code close} frees a tensor: left to the garbage collector a leak would be hidden. Outputs are 64 KiB a
 * batch, so that one kind of tensor left open weighs 200 MB after 3,000 runs.
 */
class NativeMemoryTest {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+([0-9]+) kB");
    private static final Pattern GROWTH = Pattern.compile("growth ([-0-9]+) kB");
    private static final long ALLOWED_KIB = 40 * 1024;

    /** Runs and prints by how much the process grew. */
    static final class Runs {
        private static final Dataset BATCH = Samples.valued(64, 256, 256, 1);

        private Runs() {}

        public static void main(String... args) throws IOException {
            int runs = Integer.getInteger("runs");
            try (Nets_WideModel model = Nets_WideModel.create()) {
                run(model, 1_000);
                long before = resident();
                run(model, runs);
                System.out.println("growth " + (resident() - before) + " kB");
            }
        }

        private static void run(Nets_WideModel model, int runs) {
            Fit fit = Fit.epochs(1).batchSize(64).verbose(false);
            for (int i = 0; i < runs; i++) {
                model.trainOnBatch(BATCH);
                model.fit(BATCH, fit); // the outputs are read, which trainOnBatch leaves out
                model.predict(BATCH);
                model.evaluate(BATCH);
                if (i % 10 == 0) {
                    model.setWeights(model.weights());
                    model.setLearningRate(1e-4);
                }
            }
        }

        private static long resident() throws IOException {
            System.gc();
            Matcher line = RESIDENT.matcher(Files.readString(STATUS));
            return line.find() ? Long.parseLong(line.group(1)) : -1;
        }
    }

    /** Trains, with checkpoints, while eight threads predict; prints by how much the process grew. */
    static final class Together {
        private static final int THREADS = 8;
        private static final int STEPS = 500;
        private static final Dataset DATA = Samples.valued(STEPS * 8, 256, 256, 1);
        private static final Dataset ASKED = Samples.valued(64, 256, 256, 2);

        private Together() {}

        public static void main(String... args) throws Exception {
            int runs = Integer.getInteger("runs");
            Path folder = Files.createTempDirectory("regulus-soak");
            try (Nets_WideModel model = Nets_WideModel.create()) {
                run(model, folder, 3_000);
                long before = Runs.resident();
                run(model, folder, runs);
                System.out.println("growth " + (Runs.resident() - before) + " kB");
            }
        }

        /** So many steps, and as many predictions. */
        private static void run(Nets_WideModel model, Path folder, int runs) throws Exception {
            long end = model.steps() + runs;
            AtomicInteger predictions = new AtomicInteger(runs);
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            List<Future<?>> asked = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                asked.add(threads.submit(() -> {
                    while (predictions.getAndDecrement() > 0) {
                        model.predict(ASKED);
                    }
                }));
            }
            Fit fit = Fit.epochs(1).batchSize(8).verbose(false);
            while (model.steps() < end) {
                // a new run each time, which deletes the one before
                model.fit(
                        DATA,
                        fit.checkpoints(Checkpoints.in(folder).everySteps(100).startAnew()));
            }
            for (Future<?> thread : asked) {
                thread.get();
            }
            threads.shutdown();
        }
    }

    private static void assertFlat(Class<?> runner, int runs) {
        assumeTrue(Files.exists(STATUS), "skipped: no " + STATUS);
        ForkedJvm jvm = ForkedJvm.run(
                runner,
                jar -> true,
                "-Xms96m",
                "-Xmx96m",
                "-XX:+AlwaysPreTouch",
                "-XX:+UseSerialGC",
                "-Dorg.bytedeco.javacpp.nopointergc=true",
                "-Druns=" + runs);
        assertWithMessage(jvm.output()).that(jvm.exit()).isEqualTo(0);
        Matcher growth = GROWTH.matcher(jvm.output());
        assertWithMessage(jvm.output()).that(growth.find()).isTrue();
        System.out.println(runner.getSimpleName() + ", " + runs + ": " + growth.group());
        assertThat(Long.parseLong(growth.group(1))).isLessThan(ALLOWED_KIB);
    }

    @Test
    void threeThousandStepsAndPredictionsLeaveMemoryFlat() {
        assertFlat(Runs.class, 3_000);
    }

    @Test
    @Tag("heavy")
    void aHundredThousandStepsAndPredictionsLeaveMemoryFlat() {
        assertFlat(Runs.class, 100_000);
    }

    @Test
    @Tag("heavy")
    void aHundredThousandStepsBesideAHundredThousandPredictionsOfEightThreadsLeaveMemoryFlat() {
        assertFlat(Together.class, 100_000);
    }
}
