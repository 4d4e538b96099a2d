package io.regulus.serve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Rows in the order in which they came, taken by the batch. */
final class RequestQueue<R, A> {
    private final int limit;
    private final int maxRows;
    private final long maxWait;

    // no monitor: a virtual thread that waits for one holds its carrier before JDK 24
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Request<R, A>> waiting = new ArrayDeque<>();
    private boolean closed;

    RequestQueue(Batching settings) {
        this.limit = settings.queue();
        this.maxRows = settings.maxRows();
        this.maxWait = settings.maxWait().toNanos();
    }

    /**
     * Adds a row.
     *
     * @throws QueueFullException if too many are waiting
     * @throws IllegalStateException if it is closed
     */
    void add(Request<R, A> request) {
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the batching predictor is closed: make a new one");
            }
            if (waiting.size() >= limit) {
                // a place that nobody waits in any more is free
                waiting.removeIf(Request::isGivenUp);
            }
            if (waiting.size() >= limit) {
                throw new QueueFullException(waiting.size());
            }
            waiting.add(request);
            // one that waits to fill its batch has to look only when it is full
            if (waiting.size() == 1 || waiting.size() % maxRows == 0 || maxWait == 0) {
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The next batch, waited for; empty when the queue is closed and nothing is left. */
    List<Request<R, A>> take() {
        lock.lock();
        try {
            while (true) {
                while (waiting.isEmpty() && !closed) {
                    changed.awaitUninterruptibly();
                }
                if (waiting.isEmpty()) {
                    return List.of();
                }
                awaitFull();
                List<Request<R, A>> batch = poll();
                if (!waiting.isEmpty()) {
                    changed.signal();
                }
                if (!batch.isEmpty()) {
                    return batch;
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is a whole batch, or the first row has waited long enough. */
    private void awaitFull() {
        while (!waiting.isEmpty() && waiting.size() < maxRows && !closed) {
            long left = waiting.peek().since() + maxWait - System.nanoTime();
            if (left <= 0) {
                return;
            }
            try {
                changed.awaitNanos(left);
            } catch (InterruptedException nobodyMeansIt) {
                // workers are threads of our own, which end by being closed
                return;
            }
        }
    }

    private List<Request<R, A>> poll() {
        List<Request<R, A>> batch = new ArrayList<>(Math.min(maxRows, waiting.size()));
        while (batch.size() < maxRows && !waiting.isEmpty()) {
            Request<R, A> next = waiting.poll();
            if (!next.isGivenUp()) {
                batch.add(next);
            }
        }
        return batch;
    }

    int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** Lets nothing more in; what waits can still be taken. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes all that waits. */
    List<Request<R, A>> clear() {
        lock.lock();
        try {
            List<Request<R, A>> all = List.copyOf(waiting);
            waiting.clear();
            return all;
        } finally {
            lock.unlock();
        }
    }
}
