package io.regulus.train;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.sun.management.ThreadMXBean;
import io.regulus.data.Dataset;
import io.regulus.testing.Nets_PlainModel;
import io.regulus.testing.Nets_StripModel;
import io.regulus.testing.Samples;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A step leaves next to nothing on the Java heap, whatever the size of its batch. */
class StepAllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 300;
    private static final int STEPS = 500;
    private static final long ALLOWED = 4_096;

    /** Counts what the thread that trains and the one that assembles batches allocate. */
    private static final class Counts implements Callback {
        private final Map<String, Long> bytes = new HashMap<>();

        @Override
        public void onStep(TrainingRun run, StepResult step) {
            if (step.step() == WARM_UP) {
                threads().forEach(thread -> bytes.put(thread.getName(), -allocated(thread)));
            } else if (step.step() == WARM_UP + STEPS) {
                threads().forEach(thread -> bytes.merge(thread.getName(), allocated(thread), Long::sum));
            }
        }

        private static Stream<Thread> threads() {
            return Stream.concat(
                    Stream.of(Thread.currentThread()),
                    Thread.getAllStackTraces().keySet().stream()
                            .filter(thread -> thread.getName().equals("regulus-batches")));
        }

        @SuppressWarnings("deprecation") // the id of a thread has another name from Java 19 on
        private static long allocated(Thread thread) {
            return THREADS.getThreadAllocatedBytes(thread.getId());
        }

        void assertSmall(int threads) {
            assertThat(bytes).hasSize(threads);
            bytes.forEach((thread, sum) -> assertWithMessage("bytes per step on thread " + thread)
                    .that(sum / STEPS)
                    .isAtMost(ALLOWED));
        }
    }

    /** All steps lie in one epoch, for an epoch has an order, of four bytes per row. */
    private static Fit steps(int batchSize, Counts counts) {
        return Fit.epochs(1).batchSize(batchSize).callback(counts).verbose(false);
    }

    private static Dataset repeated(Dataset data, int rows) {
        int[] indices = new int[rows];
        for (int i = 0; i < rows; i++) {
            indices[i] = i % data.size();
        }
        return data.subset(indices);
    }

    @Test
    void onASmallBatch() {
        Counts counts = new Counts();
        try (Nets_PlainModel model = Nets_PlainModel.create()) {
            model.fit(repeated(Samples.labelled(320, 6, 3, 1), 32 * (WARM_UP + STEPS)), steps(32, counts));
        }
        counts.assertSmall(1);
    }

    @Test
    void onALargeBatchThatAThreadAssembles() {
        Counts counts = new Counts();
        try (Nets_StripModel model = Nets_StripModel.create()) {
            model.fit(repeated(Samples.valued(2_048, 32, 1, 1), 1_024 * (WARM_UP + STEPS)), steps(1_024, counts));
        }
        counts.assertSmall(2);
    }
}
