package io.regulus.train;

import static io.regulus.train.Requirements.require;

import java.time.Duration;

/**
 * Pauses a fit when a time is up: it finishes the step it is in. With checkpoints it then stores where it is, and the next fit goes on from
 * there, with the whole time again; without them the epoch ends with that step and is validated and reported. The time counts from the
 * start of the fit, validation and checkpoints included; what comes after the last step, such as a validation, is not cut short.
 *
 * <pre>{@code
 * Fit.epochs(100).callback(new TimeLimit(Duration.ofMinutes(50)))
 * }</pre>
 */
public final class TimeLimit implements Callback {
    private final Duration limit;
    private long start;

    /**
     * A limit to the time of a fit.
     *
     * @param limit more than zero
     * @throws IllegalArgumentException if it is not
     */
    public TimeLimit(Duration limit) {
        require(limit.compareTo(Duration.ZERO) > 0, "limit in seconds", limit.toMillis() / 1e3, "more than 0");
        this.limit = limit;
    }

    @Override
    public void onFitStart(TrainingRun run) {
        start = System.nanoTime();
    }

    @Override
    public void onStep(TrainingRun run, StepResult step) {
        if (Duration.ofNanos(System.nanoTime() - start).compareTo(limit) >= 0) {
            run.pause("the time limit of " + limit.toMillis() / 1e3 + " s is up");
        }
    }
}
