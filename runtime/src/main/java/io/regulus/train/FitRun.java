package io.regulus.train;

import io.regulus.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** One fit: epochs of batches, what the callbacks are told, the history. */
final class FitRun implements TrainingRun {
    private final Engine engine;
    private final Evaluator evaluator;
    private final RowSource data;
    private final Optional<RowSource> validation;
    private final Fit fit;
    private final List<EpochResult> epochs = new ArrayList<>();
    private volatile boolean stopped;
    private boolean failed;

    FitRun(Engine engine, Evaluator evaluator, RowSource data, Optional<RowSource> validation, Fit fit) {
        this.engine = engine;
        this.evaluator = evaluator;
        this.data = data;
        this.validation = validation;
        this.fit = fit;
    }

    History run() {
        try {
            return trainedAndEnded();
        } finally {
            engine.clearStepRate();
        }
    }

    private History trainedAndEnded() {
        List<Callback> started = new ArrayList<>();
        try {
            train(started);
        } catch (RuntimeException | Error failure) {
            failed = true;
            end(started).forEach(failure::addSuppressed);
            throw failure;
        }
        List<RuntimeException> failures = end(started);
        if (!failures.isEmpty()) {
            RuntimeException first = failures.get(0);
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
        if (engine.plan().refreshesStatistics()) {
            refreshStatistics();
        }
        return new History(epochs);
    }

    private void train(List<Callback> started) {
        if (fit.schedule().isPresent() && data.rows().isEmpty()) {
            // the first step has a rate, and a schedule knows it by the steps of an epoch
            data.forEachPart(part -> {});
        }
        for (Callback callback : fit.callbacks()) {
            started.add(callback);
            callback.onFitStart(this);
        }
        try (BatchFeed feed = new BatchFeed(engine, data, fit.batchSize())) {
            for (int epoch = fit.initialEpoch(); epoch < fit.epochs() && !stopped; epoch++) {
                epoch(epoch, feed).ifPresent(result -> {
                    epochs.add(result);
                    fit.callbacks().forEach(callback -> callback.onEpochEnd(this, result));
                });
            }
        }
    }

    /** The mean over the batches of one more epoch, in the order it would have. */
    private void refreshStatistics() {
        try (BatchFeed feed = new BatchFeed(engine, data, fit.batchSize())) {
            AtomicInteger number = new AtomicInteger();
            feed.forEach(fit.epochs(), 0, batch -> {
                engine.refreshStatistics(batch, number.incrementAndGet());
                return true;
            });
        }
    }

    /** Tells every callback that was started, whatever another one does; returns what went wrong in them. */
    private List<RuntimeException> end(List<Callback> started) {
        History history = new History(epochs);
        List<RuntimeException> failures = new ArrayList<>();
        for (Callback callback : started) {
            try {
                callback.onFitEnd(this, history);
            } catch (RuntimeException failure) {
                failures.add(failure);
            }
        }
        return failures;
    }

    /** Trains an epoch; nothing is reported of one that was stopped before its first step. */
    private Optional<EpochResult> epoch(int epoch, BatchFeed feed) {
        int number = epoch + 1;
        fit.callbacks().forEach(callback -> callback.onEpochStart(this, number));
        if (stopped) {
            return Optional.empty();
        }
        long start = System.nanoTime();
        Means means = new Means(engine.plan().outputs());
        long before = engine.step();
        Ticker ticker = new Ticker(epoch);
        feed.forEach(epoch, 0, batch -> {
            ticker.nextStep();
            float loss = engine.train(batch);
            means.add(loss, batch);
            if (!fit.callbacks().isEmpty()) {
                StepResult result = new StepResult(engine.step(), loss);
                fit.callbacks().forEach(callback -> callback.onStep(this, result));
            }
            return !stopped;
        });
        Evaluation trained = means.evaluation(engine.penalty());
        Optional<Evaluation> validated = validation.map(evaluator::evaluate);
        double seconds = (System.nanoTime() - start) / 1e9;
        int steps = Math.toIntExact(engine.step() - before);
        return Optional.of(new EpochResult(number, trained, validated, stepLearningRate(), steps, seconds));
    }

    /** Tells the engine the rate of each step of an epoch, where the fit has a schedule. */
    private final class Ticker {
        private long step;

        Ticker(int epoch) {
            step = (long) epoch * stepsPerEpoch();
        }

        void nextStep() {
            if (fit.schedule().isPresent()) {
                Schedule.Moment moment = new Schedule.Moment(step++, stepsPerEpoch(), fit.epochs());
                engine.stepRate(engine.learningRate() * factor(fit.schedule().get(), moment));
            }
        }
    }

    private static double factor(Schedule schedule, Schedule.Moment moment) {
        double factor = schedule.factor(moment);
        if (!(factor >= 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("the schedule gives the factor " + factor + " for step " + moment.step()
                    + ": it must be 0 or more, and finite");
        }
        return factor;
    }

    @Override
    public int epochs() {
        return fit.epochs();
    }

    @Override
    public int stepsPerEpoch() {
        long rows = data.rows().orElse(0);
        return Math.toIntExact((rows + fit.batchSize() - 1) / fit.batchSize());
    }

    @Override
    public double learningRate() {
        return engine.learningRate();
    }

    @Override
    public void learningRate(double rate) {
        engine.learningRate(rate);
    }

    @Override
    public double stepLearningRate() {
        return engine.stepRate();
    }

    @Override
    public Set<String> monitored() {
        Set<String> metrics =
                new Means(engine.plan().outputs()).evaluation(0).metrics().keySet();
        return Monitor.names(metrics, validation.isPresent());
    }

    @Override
    public boolean failed() {
        return failed;
    }

    @Override
    public Snapshot snapshot() {
        return new Snapshot(engine.readVariables(engine.namesOfNetwork()));
    }

    @Override
    public void restore(Snapshot snapshot) {
        engine.writeVariables(snapshot.values());
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
