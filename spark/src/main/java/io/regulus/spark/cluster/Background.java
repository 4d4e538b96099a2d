package io.regulus.spark.cluster;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Work on storage that may hang, one piece after the other in a thread of its own, so that whoever waits for it can stop to. */
final class Background implements AutoCloseable {
    private static final int END_SECONDS = 10;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "regulus-storage");
        made.setDaemon(true);
        return made;
    });
    private Future<?> work;
    private long begun;

    /** What may fail. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
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
    void require(int seconds, String what) throws IOException {
        if (isBusy()) {
            if (System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(seconds)) {
                throw late(seconds, what);
            }
            return;
        }
        try {
            await(0, what);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Waits for the end of the piece under way, if there is one.
     *
     * @throws IOException if it fails, or takes longer
     */
    void await(int seconds, String what) throws IOException, InterruptedException {
        if (work == null) {
            return;
        }
        try {
            work.get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw new IOException("waited for " + what + ": " + failure.getCause(), failure);
        } catch (TimeoutException late) {
            throw late(seconds, what);
        }
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
                System.getLogger(Background.class.getName())
                        .log(
                                System.Logger.Level.WARNING,
                                "a transfer to or from shared storage hangs, and is left alone");
            }
        } catch (InterruptedException again) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
