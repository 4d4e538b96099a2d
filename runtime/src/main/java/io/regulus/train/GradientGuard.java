package io.regulus.train;

import static io.regulus.train.Requirements.require;

import io.regulus.engine.NonFiniteException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a fit back when its gradients explode: when their norm, over all weights and before any clipping, is more than so many times its
 * running mean, or a step fails because a number of it is NaN or infinite. Weights and the optimizer's state then become those of the last
 * good moment again, the learning rate is lowered, and training goes on with the next batch; after a number of attempts the fit is
 * stopped, with the last good weights.
 *
 * <pre>{@code
 * Fit.epochs(20).callback(GradientGuard.factor(20))
 * }</pre>
 *
 * A good moment is kept in memory every window of steps: so many steps, at most, are lost. Within the first window there is no mean to
 * compare with, and only numbers that are not finite count. It costs a copy of all variables per window, and a number more of every step.
 * An object serves one fit at a time and starts anew with each.
 */
public final class GradientGuard implements Stateful {
    private static final Logger LOG = LoggerFactory.getLogger(GradientGuard.class);

    private final Rule rule;
    private double mean;
    private int steps;
    private int attempts;
    private Snapshot good;

    /** What to do; changed only while a copy is made. */
    private static final class Rule {
        private final double factor;
        private int window = 100;
        private int attempts = 3;
        private double rateFactor = 0.5;

        Rule(double factor) {
            this.factor = factor;
        }

        Rule(Rule other) {
            factor = other.factor;
            window = other.window;
            attempts = other.attempts;
            rateFactor = other.rateFactor;
        }
    }

    private GradientGuard(Rule rule) {
        require(rule.factor > 1, "factor", rule.factor, "above 1");
        require(rule.window >= 1, "window", rule.window, "at least 1");
        require(rule.attempts >= 0, "attempts", rule.attempts, "0 or more");
        require(rule.rateFactor > 0 && rule.rateFactor <= 1, "rateFactor", rule.rateFactor, "in (0, 1]");
        this.rule = rule;
    }

    /**
     * Takes norms of more than so many times their mean for an explosion.
     *
     * @param times above 1; norms of healthy training differ by a factor of some few from step to step, so take 10 or more
     * @throws IllegalArgumentException if it is not
     */
    public static GradientGuard factor(double times) {
        return new GradientGuard(new Rule(times));
    }

    /**
     * Steps that the mean looks back on, and between two good moments that are kept; 100 by default.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public GradientGuard window(int count) {
        return with(changed -> changed.window = count);
    }

    /**
     * How often the fit is taken back before it is stopped; 3 by default, 0 to stop it at the first explosion.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public GradientGuard attempts(int count) {
        return with(changed -> changed.attempts = count);
    }

    /**
     * What the learning rate is multiplied by when the fit is taken back; 0.5 by default, 1 to leave it.
     *
     * @throws IllegalArgumentException if it is not in (0, 1]
     */
    public GradientGuard rateFactor(double value) {
        return with(changed -> changed.rateFactor = value);
    }

    private GradientGuard with(Consumer<Rule> change) {
        Rule changed = new Rule(rule);
        change.accept(changed);
        return new GradientGuard(changed);
    }

    @Override
    public boolean watchesGradients() {
        return true;
    }

    @Override
    public void onFitStart(TrainingRun run) {
        mean = 0;
        steps = 0;
        attempts = 0;
        good = run.trainingSnapshot();
    }

    @Override
    public void onStep(TrainingRun run, StepResult step) {
        double norm = step.gradientNorm();
        if (steps >= rule.window && norm > rule.factor * mean) {
            takeBack(
                    run,
                    "in step " + step.step() + " the norm of the gradients is " + norm + ", " + (float) (norm / mean)
                            + " times its mean");
            return;
        }
        steps++;
        mean += (norm - mean) / Math.min(steps, rule.window);
        if (steps % rule.window == 0) {
            good = run.trainingSnapshot();
        }
    }

    @Override
    public boolean onStepFailed(TrainingRun run, NonFiniteException failure) {
        takeBack(run, failure.getMessage());
        return true;
    }

    private void takeBack(TrainingRun run, String why) {
        run.restore(good);
        if (attempts == rule.attempts) {
            run.stop("gradient guard: " + why);
            return;
        }
        attempts++;
        run.learningRate(run.learningRate() * rule.rateFactor);
        LOG.warn(
                "gradient guard: back to the weights of at most {} steps before, at the rate {}: {}",
                rule.window,
                run.learningRate(),
                why);
    }

    /** How often it has taken the last fit back. */
    public int timesTakenBack() {
        return attempts;
    }

    @Override
    public CallbackState state() {
        CallbackState numbers =
                CallbackState.EMPTY.with("mean", mean).with("steps", steps).with("attempts", attempts);
        return good == null ? numbers : numbers.with("good", good);
    }

    @Override
    public void restore(CallbackState state) {
        mean = state.number("mean");
        steps = (int) state.number("steps");
        attempts = (int) state.number("attempts");
        good = state.snapshot("good").orElse(good);
    }

    @Override
    public void onFitEnd(TrainingRun run, History history) {
        good = null; // as large as the network and its optimizer
    }
}
