package io.regulus.train;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulus.data.Dataset;
import io.regulus.data.Order;
import io.regulus.testing.Nets_LongRowModel;
import io.regulus.testing.Samples;
import io.regulus.testing.SavedState;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Batches so large that a thread of their own assembles them: eight rows of 4,096 values. */
@Timeout(60)
class BatchFeedTest {
    private static final int BATCH = 8;
    private static final Dataset DATA = Samples.valued(27, 4096, 1, 1);

    private static Fit epochs(int epochs) {
        return Fit.epochs(epochs).batchSize(BATCH).seed(5).verbose(false);
    }

    /** The threads that assemble batches now. */
    private static List<Thread> assemblers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("regulus-batches"))
                .toList();
    }

    @BeforeEach
    @AfterEach
    void noAssemblerIsLeft() throws InterruptedException {
        for (Thread assembler : assemblers()) {
            assembler.join(10_000);
            assertWithMessage(assembler.getName() + " is alive")
                    .that(assembler.isAlive())
                    .isFalse();
        }
    }

    @Test
    void everyEpochTrainsTheRowsOfItsOrderToTheLast() {
        try (Nets_LongRowModel ahead = Nets_LongRowModel.create();
                Nets_LongRowModel inline = Nets_LongRowModel.create()) {
            ahead.fit(DATA, epochs(4));
            for (int epoch = 0; epoch < 4; epoch++) {
                int[] order = Order.shuffled(27, 5, epoch);
                for (int from = 0; from < 27; from += BATCH) {
                    inline.trainOnBatch(DATA.subset(Arrays.copyOfRange(order, from, Math.min(27, from + BATCH))));
                }
            }
            assertThat(ahead.steps()).isEqualTo(16);
            SavedState.of(inline).assertStateOf(ahead);
        }
    }

    @Test
    void rowsThatFillTheirBatchesAreTrainedToo() {
        try (Nets_LongRowModel ahead = Nets_LongRowModel.create();
                Nets_LongRowModel inline = Nets_LongRowModel.create()) {
            ahead.fit(DATA.take(24), epochs(2).shuffle(false));
            for (int from = 0; from < 48; from += BATCH) {
                inline.trainOnBatch(DATA.range(from % 24, from % 24 + BATCH));
            }
            SavedState.of(inline).assertStateOf(ahead);
        }
    }

    @Test
    void anEvaluationIsTheMeanOfItsBatches() {
        Dataset many = DATA.subset(Order.shuffled(27, 1, 0)).subset(repeated(520));
        try (Nets_LongRowModel model = Nets_LongRowModel.create()) {
            double sum = 0;
            for (int from = 0; from < 520; from += 256) {
                Dataset part = many.range(from, Math.min(520, from + 256));
                sum += model.evaluate(part).loss() * part.size();
            }
            Evaluation evaluation = model.evaluate(many);
            assertThat(evaluation.rows()).isEqualTo(520);
            assertThat(evaluation.loss()).isEqualTo(sum / 520);
        }
    }

    private static int[] repeated(int n) {
        int[] rows = new int[n];
        for (int i = 0; i < n; i++) {
            rows[i] = i * i % 27;
        }
        return rows;
    }

    /** Acts after the second step, in which the third batch is being assembled. */
    private static Callback inStepTwo(Callback action) {
        return new Callback() {
            @Override
            public void onStep(TrainingRun run, StepResult step) {
                if (step.step() == 2) {
                    assertThat(assemblers()).hasSize(1);
                    action.onStep(run, step);
                }
            }
        };
    }

    @Test
    void aFitThatIsStoppedTrainsNoFurtherBatch() {
        try (Nets_LongRowModel stopped = Nets_LongRowModel.create();
                Nets_LongRowModel inline = Nets_LongRowModel.create()) {
            stopped.fit(DATA, epochs(3).shuffle(false).callback(inStepTwo(new Callback() {
                @Override
                public void onStep(TrainingRun run, StepResult step) {
                    run.stop();
                }
            })));
            inline.trainOnBatch(DATA.range(0, 8));
            inline.trainOnBatch(DATA.range(8, 16));
            assertThat(stopped.steps()).isEqualTo(2);
            SavedState.of(inline).assertStateOf(stopped);
        }
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new IllegalArgumentException("mine"),
                new CompletionException(new IllegalArgumentException("mine")),
                new AssertionError("mine"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatACallbackThrowsArrivesAsItIs(Throwable failure) {
        try (Nets_LongRowModel model = Nets_LongRowModel.create()) {
            Fit fit = epochs(1).callback(inStepTwo(new Callback() {
                @Override
                public void onStep(TrainingRun run, StepResult step) {
                    BatchFeedTest.<RuntimeException>sneak(failure);
                }
            }));
            assertThat(assertThrows(Throwable.class, () -> model.fit(DATA, fit)))
                    .isSameInstanceAs(failure);
            assertThat(model.steps()).isEqualTo(2);
            model.fit(DATA, epochs(1));
            assertThat(model.steps()).isEqualTo(6);
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> void sneak(Throwable failure) throws T {
        throw (T) failure;
    }

    @Test
    void smallBatchesNeedNoThread() {
        try (Nets_LongRowModel model = Nets_LongRowModel.create()) {
            model.fit(DATA, epochs(1).batchSize(BATCH - 1).callback(new Callback() {
                @Override
                public void onStep(TrainingRun run, StepResult step) {
                    assertThat(assemblers()).isEmpty();
                }
            }));
            assertThat(model.steps()).isEqualTo(4);
        }
    }
}
