package io.regulus.serve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes batch after batch and runs it, until the queue is closed. */
final class BatchWorker<R, A> implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(BatchWorker.class);

    private final RequestQueue<R, A> queue;
    private final Function<List<R>, List<A>> predict;
    private final BatchListener listener;

    BatchWorker(RequestQueue<R, A> queue, Function<List<R>, List<A>> predict, BatchListener listener) {
        this.queue = queue;
        this.predict = predict;
        this.listener = listener;
    }

    @Override
    public void run() {
        for (List<Request<R, A>> batch = queue.take(); !batch.isEmpty(); batch = queue.take()) {
            run(batch);
        }
    }

    private void run(List<Request<R, A>> batch) {
        long start = System.nanoTime();
        List<Runnable> replies = new ArrayList<>(batch.size());
        int failed = answer(batch, replies);
        long end = System.nanoTime();
        tell(new BatchRun(
                batch.size(), failed, Duration.ofNanos(start - batch.get(0).since()), Duration.ofNanos(end - start)));
        replies.forEach(Runnable::run);
    }

    /**
     * Predicts rows together; where that fails, each half for itself, so that a row which cannot be predicted fails alone and with the
     * message that it gets alone.
     *
     * @return how many failed
     */
    private int answer(List<Request<R, A>> rows, List<Runnable> replies) {
        List<A> answers;
        try {
            answers = predict(rows);
        } catch (RuntimeException failure) {
            if (rows.size() > 1) {
                int half = rows.size() / 2;
                return answer(rows.subList(0, half), replies) + answer(rows.subList(half, rows.size()), replies);
            }
            return fail(rows, failure, replies);
        } catch (Error failure) {
            // such as too little memory: not the doing of one row
            return fail(rows, failure, replies);
        }
        for (int i = 0; i < answers.size(); i++) {
            Request<R, A> request = rows.get(i);
            A answer = answers.get(i);
            replies.add(() -> request.answer().complete(answer));
        }
        return 0;
    }

    private List<A> predict(List<Request<R, A>> rows) {
        List<A> answers = predict.apply(rows.stream().map(Request::row).toList());
        if (answers.size() != rows.size()) {
            throw new IllegalStateException("the function that predicts gave " + answers.size() + " answers to "
                    + rows.size() + " rows: it has to give one to each");
        }
        return answers;
    }

    private int fail(List<Request<R, A>> rows, Throwable failure, List<Runnable> replies) {
        rows.forEach(request -> replies.add(() -> request.fail(failure)));
        return rows.size();
    }

    private void tell(BatchRun run) {
        try {
            listener.onBatch(run);
        } catch (RuntimeException failure) {
            LOG.warn("The listener of a batching predictor failed; the answers are given all the same.", failure);
        }
    }
}
