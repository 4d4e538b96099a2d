package io.regulus.spark.cluster;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work on storage that may hang, one piece after the other in a thread of its own, so that whoever waits for it can stop to. */
final class Background implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);
    private static final int END_SECONDS = 10;
    private static final int SLICE_MILLIS = 200;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "regulus-storage");
        made.setDaemon(true);
        return made;
    });
    private final Runnable meanwhile;
    private Future<?> work;
    private long begun;

    /**
     * A thread.
     *
     * @param meanwhile called again and again by whoever waits; it throws to stop that
     */
    Background(Runnable meanwhile) {
        this.meanwhile = meanwhile;
    }

    /** What may fail. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /**
     * Does one piece, and waits for it.
     *
     * @param seconds so long it may take
     * @param what it is to bring about, for the message
     * @throws IOException if it fails, whatever it throws, or takes longer
     */
    static <T> T get(int seconds, String what, Runnable meanwhile, Callable<T> piece)
            throws IOException, InterruptedException {
        try (Background background = new Background(meanwhile)) {
            AtomicReference<T> result = new AtomicReference<>();
            background.run(() -> result.set(piece.call()));
            background.await(seconds, what);
            return result.get();
        }
    }

    /** Begins a piece; the one before is over. */
    void run(Work piece) {
        begun = System.nanoTime();
        work = thread.submit(() -> {
            piece.run();
            return null;
        });
    }

    /** Whether a piece is under way. */
    boolean isBusy() {
        return work != null && !work.isDone();
    }

    /**
     * Throws what went wrong.
     *
     * @param seconds so long a piece may take
     * @param what it is to bring about, for the message
     * @throws IOException if the last piece failed, or is under way for longer
     */
    void require(int seconds, String what) throws IOException, InterruptedException {
        if (!isBusy()) {
            await(seconds, what);
        } else if (isLate(seconds)) {
            throw late(seconds, what);
        }
    }

    /**
     * Waits for the end of the piece under way, if there is one.
     *
     * @throws IOException if it fails, or takes longer
     */
    void await(int seconds, String what) throws IOException, InterruptedException {
        while (work != null) {
            try {
                work.get(SLICE_MILLIS, TimeUnit.MILLISECONDS);
                return;
            } catch (ExecutionException failure) {
                throw new IOException("waited for " + what + ": " + failure.getCause(), failure.getCause());
            } catch (TimeoutException notYet) {
                if (isLate(seconds)) {
                    throw late(seconds, what);
                }
                meanwhile.run();
            }
        }
    }

    private boolean isLate(int seconds) {
        return System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(seconds);
    }

    private static IOException late(int seconds, String what) {
        return new IOException("waited for " + what + ", and it took longer than " + seconds + " s");
    }

    /** Ends what is under way, if it lets itself be ended: the next attempt may write to the same place. */
    @Override
    public void close() {
        thread.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            if (!thread.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a transfer to or from shared storage hangs, and is left alone");
            }
        } catch (InterruptedException again) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
