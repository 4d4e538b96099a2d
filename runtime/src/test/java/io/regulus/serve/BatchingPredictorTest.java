package io.regulus.serve;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gathering rows, whatever predicts them: here it doubles numbers, and refuses negative ones. */
@Timeout(60)
class BatchingPredictorTest {
    private final List<List<Integer>> batches = Collections.synchronizedList(new ArrayList<>());
    private final Gate gate = new Gate();
    private CompletableFuture<Integer> first;

    private List<Integer> twice(List<Integer> rows) {
        gate.pass();
        batches.add(rows);
        return rows.stream().map(BatchingPredictorTest::twice).toList();
    }

    private static int twice(int row) {
        if (row < 0) {
            throw new IllegalArgumentException(row + " is negative");
        }
        return 2 * row;
    }

    private BatchingPredictor<Integer, Integer> predictor(Batching settings) {
        return BatchingPredictor.of(this::twice, settings);
    }

    /** Row 0 is being predicted, and whatever is submitted next waits until the gate opens. */
    private void occupy(BatchingPredictor<Integer, Integer> predictor) {
        first = predictor.submit(0);
        gate.awaitArrival();
    }

    private static List<CompletableFuture<Integer>> submit(
            BatchingPredictor<Integer, Integer> predictor, IntStream rows) {
        return rows.mapToObj(predictor::submit).toList();
    }

    @Test
    void whatComesDuringARunIsTheNextBatchInOrder() throws Exception {
        try (BatchingPredictor<Integer, Integer> predictor =
                predictor(Batching.defaults().maxRows(4))) {
            occupy(predictor);
            List<CompletableFuture<Integer>> answers = submit(predictor, IntStream.rangeClosed(1, 10));
            assertThat(predictor.waiting()).isEqualTo(10);
            gate.open();
            assertThat(first.get()).isEqualTo(0);
            for (int row = 1; row <= 10; row++) {
                assertThat(answers.get(row - 1).get()).isEqualTo(2 * row);
            }
            assertThat(predictor.waiting()).isEqualTo(0);
        }
        assertThat(batches)
                .containsExactly(List.of(0), List.of(1, 2, 3, 4), List.of(5, 6, 7, 8), List.of(9, 10))
                .inOrder();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void manyThreadsGetTheAnswersToTheirOwnRows(int workers) throws Exception {
        gate.open();
        int callers = 16;
        int each = 500;
        AtomicInteger counted = new AtomicInteger();
        BatchListener listener = new BatchListener() {
            @Override
            public void onBatch(BatchRun run) {
                counted.addAndGet(run.rows());
            }
        };
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try (BatchingPredictor<Integer, Integer> predictor = predictor(Batching.defaults()
                .maxRows(8)
                .workers(workers)
                .maxWait(Duration.ofNanos(50_000))
                .listener(listener))) {
            List<Future<?>> done = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                int from = caller * each;
                done.add(threads.submit(() -> {
                    for (int row = from; row < from + each; row++) {
                        assertThat(predictor.predict(row)).isEqualTo(2 * row);
                    }
                    return null;
                }));
            }
            for (Future<?> caller : done) {
                caller.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(counted.get()).isEqualTo(callers * each);
        assertThat(batches.stream().mapToInt(List::size).max().orElseThrow()).isAtMost(8);
    }

    @Test
    void aFreeWorkerWaitsUntilABatchIsFull() throws Exception {
        gate.open();
        try (BatchingPredictor<Integer, Integer> predictor =
                predictor(Batching.defaults().maxRows(3).maxWait(Duration.ofMinutes(1)))) {
            List<CompletableFuture<Integer>> answers = submit(predictor, IntStream.rangeClosed(1, 3));
            for (CompletableFuture<Integer> answer : answers) {
                answer.get();
            }
            assertThat(batches).containsExactly(List.of(1, 2, 3));
        }
    }

    @Test
    void closingRunsWhatDoesNotFillABatch() throws Exception {
        gate.open();
        CompletableFuture<Integer> last;
        try (BatchingPredictor<Integer, Integer> predictor =
                predictor(Batching.defaults().maxRows(3).maxWait(Duration.ofMinutes(1)))) {
            last = predictor.submit(4);
        }
        assertThat(last.getNow(null)).isEqualTo(8);
    }

    @Test
    void aRowDoesNotWaitLongerThanItMay() throws Exception {
        gate.open();
        try (BatchingPredictor<Integer, Integer> predictor =
                predictor(Batching.defaults().maxWait(Duration.ofMillis(20)))) {
            assertThat(predictor.predict(7)).isEqualTo(14);
        }
    }

    @Test
    void aRowThatIsRefusedFailsAlone() throws Exception {
        AtomicReference<BatchRun> last = new AtomicReference<>();
        BatchListener listener = new BatchListener() {
            @Override
            public void onBatch(BatchRun run) {
                last.set(run);
            }
        };
        try (BatchingPredictor<Integer, Integer> predictor =
                predictor(Batching.defaults().listener(listener))) {
            occupy(predictor);
            List<CompletableFuture<Integer>> answers = submit(predictor, IntStream.of(1, -2, 3, 4, -5, 6, 7));
            gate.open();
            assertThat(answers.get(0).get()).isEqualTo(2);
            assertThat(answers.get(2).get()).isEqualTo(6);
            assertThat(answers.get(3).get()).isEqualTo(8);
            assertThat(answers.get(5).get()).isEqualTo(12);
            assertThat(answers.get(6).get()).isEqualTo(14);
            for (int bad : new int[] {1, 4}) {
                ExecutionException failure = assertThrows(
                        ExecutionException.class, () -> answers.get(bad).get());
                assertThat(failure)
                        .hasCauseThat()
                        .hasMessageThat()
                        .isEqualTo(bad == 1 ? "-2 is negative" : "-5 is negative");
            }
            assertThat(last.get().rows()).isEqualTo(7);
            assertThat(last.get().failed()).isEqualTo(2);
            assertFails(IllegalArgumentException.class, () -> predictor.predict(-9), "-9 is negative");
            assertThat(predictor.predict(9)).isEqualTo(18);
        }
    }

    @Test
    void anErrorFailsItsBatchAndNothingElse() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        try (BatchingPredictor<Integer, Integer> predictor = BatchingPredictor.of(
                (List<Integer> rows) -> {
                    if (calls.getAndIncrement() == 0) {
                        throw new OutOfMemoryError("none left");
                    }
                    return rows;
                },
                Batching.defaults())) {
            assertFails(OutOfMemoryError.class, () -> predictor.predict(1), "none left");
            assertThat(predictor.predict(1)).isEqualTo(1);
            assertThat(calls.get()).isEqualTo(2);
        }
    }

    @Test
    void aFunctionThatLosesRowsIsTold() {
        try (BatchingPredictor<Integer, Integer> predictor =
                BatchingPredictor.of((List<Integer> rows) -> List.<Integer>of(), Batching.defaults())) {
            assertFails(IllegalStateException.class, () -> predictor.predict(1), "gave 0 answers to 1 rows");
        }
    }

    @Test
    void oneRowTooManyIsRefusedAndTheOthersAreAnswered() throws Exception {
        AtomicInteger refused = new AtomicInteger();
        BatchListener listener = new BatchListener() {
            @Override
            public void onRefused(int waiting) {
                refused.addAndGet(waiting);
            }
        };
        try (BatchingPredictor<Integer, Integer> predictor =
                predictor(Batching.defaults().queue(3).listener(listener))) {
            occupy(predictor);
            List<CompletableFuture<Integer>> answers = submit(predictor, IntStream.rangeClosed(1, 3));
            assertFails(QueueFullException.class, () -> predictor.submit(4), "3 rows are waiting", "Batching.queue(6)");
            assertThat(refused.get()).isEqualTo(3);

            // a row that nobody waits for makes place
            assertThat(answers.get(1).cancel(false)).isTrue();
            CompletableFuture<Integer> next = predictor.submit(5);
            gate.open();
            assertThat(answers.get(0).get()).isEqualTo(2);
            assertThat(answers.get(2).get()).isEqualTo(6);
            assertThat(next.get()).isEqualTo(10);
        }
        assertThat(batches).containsExactly(List.of(0), List.of(1, 3, 5)).inOrder();
    }

    @Test
    void anInterruptedCallerTakesItsRowBack() throws Exception {
        try (BatchingPredictor<Integer, Integer> predictor = predictor(Batching.defaults())) {
            occupy(predictor);
            CountDownLatch ended = new CountDownLatch(1);
            Thread caller = new Thread(() -> {
                assertThrows(InterruptedException.class, () -> predictor.predict(1));
                ended.countDown();
            });
            caller.start();
            while (predictor.waiting() == 0) {
                Thread.sleep(1);
            }
            caller.interrupt();
            assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
            CompletableFuture<Integer> next = predictor.submit(2);
            gate.open();
            assertThat(next.get()).isEqualTo(4);
        }
        assertThat(batches).containsExactly(List.of(0), List.of(2)).inOrder();
    }

    @Test
    void aCallerThatIsOutOfPatienceTakesItsRowBack() throws Exception {
        try (BatchingPredictor<Integer, Integer> predictor = predictor(Batching.defaults())) {
            occupy(predictor);
            assertFails(
                    TimeoutException.class,
                    () -> predictor.predict(1, Duration.ofMillis(5)),
                    "no answer within 5 ms",
                    "1 rows are waiting");
            gate.open();
            assertThat(predictor.predict(2, Duration.ofMinutes(1))).isEqualTo(4);
        }
        assertThat(batches).containsExactly(List.of(0), List.of(2)).inOrder();
    }

    @Test
    void closingAnswersWhatWaitsAndRefusesTheRest() throws Exception {
        BatchingPredictor<Integer, Integer> predictor =
                predictor(Batching.defaults().maxRows(2));
        occupy(predictor);
        List<CompletableFuture<Integer>> answers = submit(predictor, IntStream.rangeClosed(1, 5));
        Thread closing = new Thread(predictor::close);
        closing.start();
        while (true) {
            try {
                predictor.submit(99).cancel(false);
                Thread.sleep(1);
            } catch (IllegalStateException closed) {
                assertThat(closed).hasMessageThat().contains("is closed");
                break;
            }
        }
        gate.open();
        closing.join();
        assertThat(first.isDone()).isTrue();
        for (int row = 1; row <= 5; row++) {
            assertThat(answers.get(row - 1).getNow(null)).isEqualTo(2 * row);
        }
        predictor.close();
        assertFails(IllegalStateException.class, () -> predictor.predict(1), "is closed");
    }

    @Test
    void closingInAHurryFailsWhatWaits() throws Exception {
        BatchingPredictor<Integer, Integer> predictor = predictor(Batching.defaults());
        occupy(predictor);
        CompletableFuture<Integer> second = predictor.submit(1);
        AtomicReference<Boolean> interrupted = new AtomicReference<>();
        Thread closing = new Thread(() -> {
            predictor.close();
            interrupted.set(Thread.interrupted());
        });
        closing.start();
        closing.interrupt();
        closing.join();
        assertThat(interrupted.get()).isTrue();
        ExecutionException failure = assertThrows(ExecutionException.class, second::get);
        assertThat(failure).hasCauseThat().isInstanceOf(IllegalStateException.class);
        assertThat(failure).hasCauseThat().hasMessageThat().contains("closed in a hurry");
        gate.open();
        assertThat(first.get()).isEqualTo(0);
        assertThat(batches).containsExactly(List.of(0));
    }

    /** Every row is answered or refused, whenever the predictor is closed. */
    @Test
    void noRowIsLostBetweenSubmittingAndClosing() throws Exception {
        gate.open();
        for (int round = 0; round < 200; round++) {
            BatchingPredictor<Integer, Integer> predictor =
                    predictor(Batching.defaults().workers(2).maxRows(2));
            List<CompletableFuture<Integer>> answers = Collections.synchronizedList(new ArrayList<>());
            Thread caller = new Thread(() -> {
                try {
                    while (true) {
                        answers.add(predictor.submit(1));
                    }
                } catch (QueueFullException | IllegalStateException ended) {
                    return;
                }
            });
            caller.start();
            predictor.close();
            caller.join();
            for (CompletableFuture<Integer> answer : answers) {
                assertThat(answer.get(30, TimeUnit.SECONDS)).isEqualTo(2);
            }
        }
    }

    @Test
    void aWorkerThatWouldWaitForItselfIsTold() throws Exception {
        try (BatchingPredictor<Integer, Integer> predictor = predictor(Batching.defaults())) {
            occupy(predictor);
            CompletableFuture<Integer> chained = first.thenApply(answer -> {
                try {
                    return predictor.predict(answer);
                } catch (InterruptedException interrupted) {
                    throw new IllegalStateException(interrupted);
                }
            });
            gate.open();
            ExecutionException failure = assertThrows(ExecutionException.class, chained::get);
            assertThat(failure).hasCauseThat().hasMessageThat().contains("thenApplyAsync");
            assertThat(predictor.predict(3)).isEqualTo(6);
        }
    }

    @Test
    void aListenerThatFailsChangesNothing() throws Exception {
        gate.open();
        BatchListener listener = new BatchListener() {
            @Override
            public void onBatch(BatchRun run) {
                throw new IllegalStateException("no meter");
            }
        };
        try (BatchingPredictor<Integer, Integer> predictor =
                predictor(Batching.defaults().listener(listener))) {
            assertThat(predictor.predict(1)).isEqualTo(2);
            assertThat(predictor.predict(2)).isEqualTo(4);
        }
    }

    @Test
    void theListenerHasCountedWhatACallerHasGot() throws Exception {
        gate.open();
        List<BatchRun> runs = Collections.synchronizedList(new ArrayList<>());
        BatchListener listener = new BatchListener() {
            @Override
            public void onBatch(BatchRun run) {
                runs.add(run);
            }
        };
        try (BatchingPredictor<Integer, Integer> predictor =
                predictor(Batching.defaults().listener(listener))) {
            for (int row = 1; row <= 3; row++) {
                predictor.predict(row);
                assertThat(runs).hasSize(row);
            }
        }
        assertThat(runs.get(0).rows()).isEqualTo(1);
        assertThat(runs.get(0).waited()).isAtLeast(Duration.ZERO);
        assertThat(runs.get(0).took()).isGreaterThan(Duration.ZERO);
    }

    @Test
    void settingsThatCannotBeAreRefused() {
        Batching settings = Batching.defaults();
        assertFails(IllegalArgumentException.class, () -> settings.maxRows(0), "maxRows = 0: must be at least 1");
        assertFails(IllegalArgumentException.class, () -> settings.queue(-1), "queue = -1: must be at least 1");
        assertFails(IllegalArgumentException.class, () -> settings.workers(0), "workers = 0: must be at least 1");
        assertFails(
                IllegalArgumentException.class,
                () -> settings.maxWait(Duration.ofNanos(-1)),
                "must be from 0 to one minute");
        assertFails(IllegalArgumentException.class, () -> settings.maxWait(Duration.ofHours(1)), "PT1H");
        gate.open();
        try (BatchingPredictor<Integer, Integer> predictor = predictor(settings)) {
            assertFails(NullPointerException.class, () -> predictor.submit(null), "row is null");
        }
    }

    @Test
    void aCancelledFutureIsNotPredicted() throws Exception {
        try (BatchingPredictor<Integer, Integer> predictor = predictor(Batching.defaults())) {
            occupy(predictor);
            CompletableFuture<Integer> given = predictor.submit(1);
            CompletableFuture<Integer> kept = predictor.submit(2);
            given.cancel(true);
            gate.open();
            assertThat(kept.get()).isEqualTo(4);
            assertThrows(CancellationException.class, given::get);
        }
        assertThat(batches).containsExactly(List.of(0), List.of(2)).inOrder();
    }
}
