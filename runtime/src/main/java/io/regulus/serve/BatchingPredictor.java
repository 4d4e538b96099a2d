package io.regulus.serve;

import java.time.Duration;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers the single rows of many threads into batches, each predicted by one run of the network: a run of 64 rows costs far less than 64
 * runs.
 *
 * <pre>{@code
 * try (FashionNetModel model = FashionNetModel.load(folder);
 *         BatchingPredictor<float[], float[]> predictor = BatchingPredictor.ofRows(model::predict, Batching.defaults())) {
 *     float[] probabilities = predictor.predict(image); // from any number of threads
 * }
 * }</pre>
 *
 * <p>Rows are taken in the order in which they came. The answer to a row is what {@code predict} gives for it: the same bits as in a batch
 * of that many rows; sums may be taken in another order in batches of other sizes, which changes the last bits. A row that cannot be
 * predicted fails alone, with the exception that it gets alone. Rows are not copied: leave an array as it is until its answer is there.
 *
 * <p>Close it before its model, which it does not close. A closed one throws {@link IllegalStateException}.
 *
 * @param <R> a row
 * @param <A> the answer to it
 */
public final class BatchingPredictor<R, A> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BatchingPredictor.class);

    private final RequestQueue<R, A> queue;
    private final BatchListener listener;
    private final List<Thread> workers;

    private BatchingPredictor(Function<List<R>, List<A>> predict, Batching settings) {
        Objects.requireNonNull(settings, "settings is null; give Batching.defaults()");
        this.queue = new RequestQueue<>(settings);
        this.listener = settings.listener();
        this.workers = IntStream.rangeClosed(1, settings.workers())
                .mapToObj(number -> worker(new BatchWorker<>(queue, predict, listener), number))
                .toList();
        workers.forEach(Thread::start);
    }

    /** A daemon: a program that forgets to close it can end. */
    private static Thread worker(Runnable work, int number) {
        Thread thread = new Thread(work, "regulus-batching-" + number);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * For any function from rows to answers, such as {@code rows -> model.classify(rows)} of a model that learns from records.
     *
     * @param predict gives an answer to each row, in their order; called by several threads at a time where there are several workers
     */
    public static <R, A> BatchingPredictor<R, A> of(
            Function<? super List<R>, ? extends List<A>> predict, Batching settings) {
        Objects.requireNonNull(predict, "predict is null; give the method of a model");
        return new BatchingPredictor<>(predict::apply, settings);
    }

    /**
     * For a model that takes arrays of floats and gives several numbers per row: {@code ofRows(model::predict, settings)}.
     *
     * @param predict as for {@link #of}
     */
    public static BatchingPredictor<float[], float[]> ofRows(
            Function<float[][], float[][]> predict, Batching settings) {
        Objects.requireNonNull(predict, "predict is null; give model::predict");
        return of((List<float[]> rows) -> Arrays.asList(predict.apply(rows.toArray(float[][]::new))), settings);
    }

    /**
     * For a model that learns from records and gives several numbers per row, the probabilities of a classifier: {@code
     * ofRecords(model::predict, settings)}.
     *
     * @param predict as for {@link #of}
     */
    public static <R> BatchingPredictor<R, float[]> ofRecords(
            Function<? super List<R>, float[][]> predict, Batching settings) {
        Objects.requireNonNull(predict, "predict is null; give model::predict");
        return of((List<R> rows) -> Arrays.asList(predict.apply(rows)), settings);
    }

    /**
     * For a model that gives one number per row, such as a regressor of records: {@code ofValues(model::predict, settings)}; one that takes
     * arrays: {@code ofValues(rows -> model.predict(rows.toArray(float[][]::new)), settings)}.
     *
     * @param predict as for {@link #of}
     */
    public static <R> BatchingPredictor<R, Float> ofValues(
            Function<? super List<R>, float[]> predict, Batching settings) {
        Objects.requireNonNull(predict, "predict is null; give model::predict");
        return of((List<R> rows) -> boxed(predict.apply(rows)), settings);
    }

    private static List<Float> boxed(float[] values) {
        return new AbstractList<>() {
            @Override
            public Float get(int index) {
                return values[index];
            }

            @Override
            public int size() {
                return values.length;
            }
        };
    }

    /**
     * Predicts a row and waits for the answer.
     *
     * @throws QueueFullException if too many rows are waiting; this one was not taken
     * @throws InterruptedException if the thread is interrupted; the row is dropped where its run has not begun
     * @throws IllegalStateException if it is closed
     * @throws RuntimeException that of {@code predict} for this row, such as an {@link IllegalArgumentException} if it does not fit the
     *     network
     */
    public A predict(R row) throws InterruptedException {
        requireNoWorker();
        CompletableFuture<A> answer = submit(row);
        try {
            return answer.get();
        } catch (ExecutionException failure) {
            throw unchecked(failure);
        } finally {
            // does nothing where there is an answer
            answer.cancel(false);
        }
    }

    /**
     * The same, with an end to the patience.
     *
     * @throws TimeoutException if there is no answer after that time; the row is dropped where its run has not begun
     */
    public A predict(R row, Duration timeout) throws InterruptedException, TimeoutException {
        requireNoWorker();
        CompletableFuture<A> answer = submit(row);
        try {
            return answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw timedOut(timeout, late);
        } catch (ExecutionException failure) {
            throw unchecked(failure);
        } finally {
            answer.cancel(false);
        }
    }

    private TimeoutException timedOut(Duration timeout, TimeoutException cause) {
        TimeoutException told = new TimeoutException(
                "no answer within " + timeout.toMillis() + " ms; " + waiting() + " rows are waiting");
        told.initCause(cause);
        return told;
    }

    /**
     * Hands in a row. A future that is cancelled, or ends by {@link CompletableFuture#orTimeout}, drops its row where its run has not
     * begun.
     *
     * <p>What is hung on the future runs in a worker, which predicts nothing meanwhile: for more than a few instructions use the methods
     * that end in {@code Async}.
     *
     * @return its answer, or the exception of {@code predict} for this row
     * @throws QueueFullException if too many rows are waiting
     * @throws IllegalStateException if it is closed
     */
    public CompletableFuture<A> submit(R row) {
        Objects.requireNonNull(row, "row is null; give one");
        CompletableFuture<A> answer = new CompletableFuture<>();
        try {
            queue.add(new Request<>(row, answer, System.nanoTime()));
        } catch (QueueFullException full) {
            tellRefused();
            throw full;
        }
        return answer;
    }

    private void tellRefused() {
        try {
            listener.onRefused(waiting());
        } catch (RuntimeException failure) {
            LOG.warn("The listener of a batching predictor failed.", failure);
        }
    }

    /** How many rows wait for a run to begin. */
    public int waiting() {
        return queue.size();
    }

    private void requireNoWorker() {
        if (workers.contains(Thread.currentThread())) {
            throw new IllegalStateException(
                    "predict was called by a worker of this predictor, which would wait for itself:"
                            + " hang what follows on the future with thenApplyAsync or thenComposeAsync");
        }
    }

    private static RuntimeException unchecked(ExecutionException failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof RuntimeException known) {
            return known;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(cause);
    }

    /**
     * Refuses new rows, answers those that wait and ends the workers. If the thread is interrupted meanwhile, the rows that still wait
     * fail with an {@link IllegalStateException} and it returns with the interrupt set. A second call does nothing more.
     */
    @Override
    public void close() {
        queue.close();
        for (Thread worker : workers) {
            if (worker.equals(Thread.currentThread())) {
                continue;
            }
            try {
                worker.join();
            } catch (InterruptedException interrupted) {
                abandon();
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void abandon() {
        IllegalStateException closed =
                new IllegalStateException("the batching predictor was closed in a hurry, before the row was predicted");
        queue.clear().forEach(request -> request.fail(closed));
    }
}
