package io.regulus.train;

import static io.regulus.train.Requirements.require;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a fit end well when the process is asked to: by Ctrl-C, by {@code kill} without {@code -9}, by a cluster that takes the machine back. The
 * fit finishes the step it is in, stores where it is if it has checkpoints, and returns its history; the process ends when the thread that
 * trains has, or two seconds after the fit where that thread lives on. Without this callback the JVM ends at once, which loses no more than the
 * steps since the last checkpoint.
 *
 * <pre>{@code
 * Fit.epochs(100).checkpoints(Checkpoints.in(folder)).callback(new StopOnShutdown())
 * }</pre>
 */
public final class StopOnShutdown implements Callback {
    private static final Duration AFTER_THE_FIT = Duration.ofSeconds(2);

    private final Duration grace;
    private CountDownLatch ended = new CountDownLatch(0);
    private Thread hook;

    /** Waits for up to 25 seconds for the fit to end: most clusters kill a process after 30. */
    public StopOnShutdown() {
        this(Duration.ofSeconds(25));
    }

    /**
     * Waits for the fit to end.
     *
     * @param grace at most so long, more than zero: a step, a validation under way and a checkpoint have to fit in
     * @throws IllegalArgumentException if it is not
     */
    public StopOnShutdown(Duration grace) {
        require(grace.compareTo(Duration.ZERO) > 0, "grace in seconds", grace.toMillis() / 1e3, "more than 0");
        this.grace = grace;
    }

    @Override
    public void onFitStart(TrainingRun run) {
        CountDownLatch end = new CountDownLatch(1);
        Thread trainer = Thread.currentThread();
        ended = end;
        hook = new Thread(() -> pause(run, trainer, end), "regulus-shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void pause(TrainingRun run, Thread trainer, CountDownLatch end) {
        run.pause("the process was asked to end");
        try {
            if (end.await(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                trainer.join(AFTER_THE_FIT.toMillis());
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onFitEnd(TrainingRun run, History history) {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // the hook is what ended the fit
            hook = null;
        }
    }
}
