package io.regulus.engine;

import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.tensorflow.Graph;
import org.tensorflow.Session;

/**
 * The graph and session of a network, and what may run beside what: any number of runs at a time, but steps one after another, and nothing beside a
 * change of the graph, the replacing of variables and closing.
 */
final class Runs {
    private final String network;
    private final Graph graph;
    private final Session session;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final ReentrantLock stepLock = new ReentrantLock();
    private boolean closed;

    /** Takes graph and session over. */
    Runs(String network, Graph graph, Session session) {
        this.network = network;
        this.graph = graph;
        this.session = session;
    }

    Graph graph() {
        return graph;
    }

    Session session() {
        return session;
    }

    Session.Runner runner() {
        return session.runner();
    }

    /**
     * Runs something, maybe beside others.
     *
     * @throws IllegalStateException if the network is closed
     */
    <R> R running(Supplier<R> run) {
        lock.readLock().lock();
        try {
            requireNotClosed();
            return run.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** As {@link #running}, and apart from steps: a step changes one variable after another, and a snapshot must not see some of it. */
    <R> R stepping(Supplier<R> run) {
        return running(() -> {
            stepLock.lock();
            try {
                return run.get();
            } finally {
                stepLock.unlock();
            }
        });
    }

    /** Changes something with no run in flight, whether or not the network is closed; never to be asked for within a run. */
    void alone(Runnable change) {
        lock.writeLock().lock();
        try {
            change.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** As {@link #alone}, of a network that is open. */
    void replacing(Runnable change) {
        alone(() -> {
            requireNotClosed();
            change.run();
        });
    }

    <T> Later<T> later(Supplier<T> add) {
        return new Later<>(lock.writeLock(), () -> {
            requireNotClosed();
            return add.get();
        });
    }

    /** Closes graph and session, and what is fed to them; waits for runs in flight. A second call does nothing. */
    void close(Runnable fed) {
        alone(() -> {
            if (!closed) {
                closed = true;
                session.close();
                graph.close();
                fed.run();
            }
        });
    }

    private void requireNotClosed() {
        if (closed) {
            throw new IllegalStateException("this model of " + network + " is closed");
        }
    }
}
