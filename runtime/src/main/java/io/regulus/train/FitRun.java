package io.regulus.train;

import io.regulus.engine.BatchBuffer;
import io.regulus.engine.Engine;
import io.regulus.engine.NetworkState;
import io.regulus.engine.NonFiniteException;
import io.regulus.engine.Training;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** One fit: epochs of batches, what the callbacks are told, what is stored of it, the history. */
final class FitRun implements TrainingRun {
    private final Engine engine;
    private final Evaluator evaluator;
    private final Adaptation adaptation;
    private final RowSource data;
    private final Optional<RowSource> validation;
    private final Fit fit;
    private final Consensus consensus;
    private final CallbackList callbacks;
    private final boolean watchesGradients;
    private final List<EpochResult> reported = new ArrayList<>();
    private Optional<FitStore.Opened> store = Optional.empty();
    /** Whole epochs done. */
    private int epochs;
    /** Empty between two epochs. */
    private Optional<EpochUnderWay> current = Optional.empty();
    /** Why no further step is taken; null while some are. Any thread may set it, by stop or pause, which are synchronized for that. */
    private volatile Ending ending;
    /** Whether all processes of a group end so. */
    private boolean agreed;

    private boolean interrupted;
    private boolean failed;
    /** Takes back what was learned of the data before the first step. */
    private Runnable unlearn = () -> {};

    FitRun(
            Engine engine,
            Evaluator evaluator,
            Adaptation adaptation,
            RowSource data,
            Optional<RowSource> validation,
            Fit fit) {
        this.engine = engine;
        this.evaluator = evaluator;
        this.adaptation = adaptation;
        this.data = data;
        this.validation = validation;
        this.fit = fit;
        this.consensus = new Consensus(engine);
        this.callbacks = new CallbackList(fit.callbacks());
        this.watchesGradients = callbacks.watchesGradients();
        this.epochs = fit.initialEpoch();
    }

    /**
     * Trains to the end, from where the run was stored if it was.
     *
     * @param attachments texts that belong to the model
     */
    History run(Attachments attachments) {
        store = fit.checkpoints()
                .map(folder -> folder.open(new FitStore.Subject(
                        engine.state(),
                        attachments,
                        monitored(),
                        fit.epochs(),
                        RunSettings.of(engine.plan(), fit, data, validation))));
        try {
            return trainedAndEnded();
        } finally {
            store.ifPresent(FitStore.Opened::close);
            engine.training().clearStepRate();
            engine.training().holdZeros(Map.of());
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private History trainedAndEnded() {
        long before = engine.state().step();
        try {
            start();
            train();
            store.ifPresent(opened -> opened.atEnd(this::state));
        } catch (RuntimeException | Error failure) {
            failed = true;
            if (engine.state().step() == before) {
                // what comes next may be the right data, and would not be learned from
                attempt(unlearn, failure);
            }
            ending = new Ending(Ending.Kind.FAILED, failure.toString());
            callbacks.onFitEnd(this, history()).forEach(failure::addSuppressed);
            throw failure;
        }
        History history = history();
        List<RuntimeException> failures = callbacks.onFitEnd(this, history);
        if (!failures.isEmpty()) {
            RuntimeException first = failures.get(0);
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
        if (engine.plan().refreshesStatistics() && !breaksOff()) {
            refreshStatistics();
        }
        return history;
    }

    private static void attempt(Runnable action, Throwable failure) {
        try {
            action.run();
        } catch (RuntimeException more) {
            failure.addSuppressed(more);
        }
    }

    private void start() {
        Optional<FitState> stored = store.flatMap(FitStore.Opened::state);
        stored.ifPresent(this::goOnFrom);
        consensus.requireSame("where the fit goes on", "epoch " + epochs + ", step " + step());
        if (stored.isEmpty()) {
            unlearn = adaptation.learnOnce(data);
        }
        if (fit.schedule().isPresent() && data.rows().isEmpty()) {
            // the first step has a rate, and a schedule knows it by the steps of an epoch
            data.forEachPart(part -> {});
        }
        callbacks.onFitStart(this);
        stored.ifPresent(state -> {
            // after the callbacks, which began as those of a new run
            store.orElseThrow().restore();
            callbacks.restore(state.callbacks());
            if (fit.schedule().isPresent()) {
                state.stepRate().ifPresent(engine.training()::stepRate);
            }
        });
        engine.meet();
    }

    private void goOnFrom(FitState state) {
        epochs = state.epochs();
        reported.addAll(state.history());
        ending = state.stopped()
                .map(reason -> new Ending(Ending.Kind.STOPPED, reason))
                .orElse(null);
        agreed = ending != null;
        if (state.steps() > 0) {
            current = Optional.of(new EpochUnderWay(engine.plan().outputs(), state, consensus.isFirst()));
        }
    }

    /** How far the fit has come. */
    private FitState state() {
        if (consensus.averages()) {
            // what is stored is what all go on from
            engine.meet();
        }
        return new FitState(
                epochs,
                step(),
                current.map(EpochUnderWay::seconds).orElse(0.0),
                current.map(epoch -> consensus.all(epoch.means()).state()).orElse(List.of()),
                fit.schedule().map(any -> engine.training().stepRate()),
                reported,
                callbacks.states(),
                Optional.ofNullable(decided())
                        .filter(end -> end.kind() == Ending.Kind.STOPPED)
                        .map(Ending::reason));
    }

    private void train() {
        try (BatchFeed feed = new BatchFeed(engine, data, fit.batchSize())) {
            // an epoch that was stored when it was stopped within is still to be reported
            while (epochs < fit.epochs() && !breaksOff() && (decided() == null || current.isPresent())) {
                epoch(feed);
            }
        }
    }

    /** Whether the epoch under way is left as it is, for another fit to go on with. */
    private boolean breaksOff() {
        Ending end = decided();
        return end != null && end.kind() == Ending.Kind.PAUSED && store.isPresent();
    }

    /**
     * Why no further step is taken, as {@link #ending}. Processes of a group take the steps of an epoch together: one that wants to end goes on
     * until they agree, when it is over, for the others would wait for it.
     */
    private Ending decided() {
        return consensus.isShared() && !agreed ? null : ending;
    }

    /** Trains the rest of an epoch; nothing is reported of one that was stopped before its first step. */
    private void epoch(BatchFeed feed) {
        if (current.isEmpty()) {
            current = Optional.of(new EpochUnderWay(engine.plan().outputs()));
            callbacks.onEpochStart(this, epochs + 1);
        }
        EpochUnderWay epoch = current.orElseThrow();
        boolean allSteps = false;
        if (decided() == null || decided().kind() == Ending.Kind.PAUSED) {
            allSteps = steps(feed, epoch);
        }
        boolean goesOn = decided() == null;
        if (!goesOn && breaksOff()) {
            return;
        }
        if (epoch.steps() > 0) {
            report(epoch, allSteps);
        }
        current = Optional.empty();
        if (goesOn && epochs == fit.epochs()) {
            complete();
        }
        pauseIfInterrupted();
    }

    private boolean steps(BatchFeed feed, EpochUnderWay epoch) {
        int batches = engine.plan().batchesPerStep();
        if (batches == 1) {
            return feed.forEach(epochs, epoch.steps(), batch -> step(epoch, () -> take(epoch, batch)));
        }
        StepUnderWay step = new StepUnderWay(engine, batches);
        boolean all = feed.forEach(epochs, (long) epoch.steps() * batches, batch -> {
            step.add(epoch, batch);
            if (step.isFull()) {
                return step(epoch, () -> update(epoch, step));
            }
            callbacks.onForwardBatch(this);
            return true;
        });
        if (!step.isEmpty()) {
            step(epoch, () -> update(epoch, step));
        }
        return all;
    }

    /** Takes a step, and says whether there is to be another one. */
    private boolean step(EpochUnderWay epoch, Runnable take) {
        fit.schedule()
                .ifPresent(schedule -> engine.training().stepRate(engine.state().learningRate() * factor(schedule)));
        try {
            take.run();
        } catch (NonFiniteException failure) {
            if (!callbacks.onStepFailed(this, failure)) {
                throw failure;
            }
            epoch.stepDone();
        }
        store.ifPresent(opened -> opened.afterStep(this::state));
        pauseIfInterrupted();
        return decided() == null;
    }

    private void take(EpochUnderWay epoch, BatchBuffer batch) {
        if (watchesGradients) {
            Training.StepCost cost = engine.training().trainWithNorm(batch);
            epoch.add(cost.loss(), batch);
            epoch.stepDone();
            callbacks.onStep(this, new StepResult(engine.state().step(), cost.loss(), cost.gradientNorm()));
            return;
        }
        float loss = engine.training().train(batch);
        epoch.add(loss, batch);
        epoch.stepDone();
        if (!callbacks.isEmpty()) {
            callbacks.onStep(this, new StepResult(engine.state().step(), loss));
        }
    }

    private void update(EpochUnderWay epoch, StepUnderWay step) {
        StepResult result = step.update();
        epoch.stepDone();
        if (!callbacks.isEmpty()) {
            callbacks.onStep(this, watchesGradients ? result : new StepResult(result.step(), result.loss()));
        }
    }

    private double factor(Schedule schedule) {
        int perEpoch = stepsPerEpoch();
        long step = (long) epochs * perEpoch + step();
        double factor = schedule.factor(new Schedule.Moment(step, perEpoch, fit.epochs()));
        if (!(factor >= 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("the schedule gives the factor " + factor + " for step " + step
                    + ": it must be 0 or more, and finite");
        }
        return factor;
    }

    private void report(EpochUnderWay epoch, boolean whole) {
        engine.meet();
        if (whole) {
            engine.upkeep().averageAfter(epochs + 1);
        } else {
            engine.upkeep().averageNone();
        }
        Evaluation trained =
                consensus.all(epoch.means()).evaluation(engine.penalties().total());
        Optional<Evaluation> validated =
                validation.map(rows -> evaluator.evaluate(rows, () -> callbacks.onForwardBatch(this)));
        EpochResult result =
                new EpochResult(epochs + 1, trained, validated, stepLearningRate(), epoch.steps(), epoch.seconds());
        reported.add(result);
        epochs++;
        current = Optional.empty();
        callbacks.onEpochEnd(this, result);
        ending = consensus.ending(Optional.ofNullable(ending)).orElse(null);
        agreed = ending != null;
        store.ifPresent(opened -> opened.afterEpoch(result, this::state));
    }

    /** Files cannot be written by a thread that is interrupted: it is again when the fit has ended. */
    private void pauseIfInterrupted() {
        interrupted |= Thread.interrupted();
        if (interrupted && epochs < fit.epochs()) {
            pause("the thread that trains was interrupted");
        }
    }

    /** The mean over the batches of one more epoch, in the order it would have. */
    private void refreshStatistics() {
        try (BatchFeed feed = new BatchFeed(engine, data, fit.batchSize())) {
            AtomicInteger number = new AtomicInteger();
            feed.forEach(fit.epochs(), 0, batch -> {
                engine.upkeep().refreshStatistics(batch, number.incrementAndGet());
                callbacks.onForwardBatch(this);
                return true;
            });
        }
        engine.meet();
    }

    @Override
    public int epochs() {
        return fit.epochs();
    }

    @Override
    public Map<String, String> settings() {
        return RunSettings.words(engine.plan(), fit, data, validation);
    }

    @Override
    public int stepsPerEpoch() {
        long batches = shares(data.rows().orElse(0), fit.batchSize());
        return Math.toIntExact(shares(batches, engine.plan().batchesPerStep()));
    }

    /** How many shares of a size there are, a last, smaller one counted. */
    private static long shares(long all, int size) {
        return (all + size - 1) / size;
    }

    @Override
    public int epoch() {
        return epochs + 1;
    }

    @Override
    public int step() {
        return current.map(EpochUnderWay::steps).orElse(0);
    }

    @Override
    public History history() {
        return new History(reported, ended());
    }

    /** Without checkpoints nothing can go on where it was paused: it has stopped there. */
    private Ending ended() {
        Ending end = ending;
        if (end == null) {
            return Ending.completed(epochs);
        }
        return end.kind() == Ending.Kind.PAUSED && store.isEmpty()
                ? new Ending(Ending.Kind.STOPPED, end.reason())
                : end;
    }

    @Override
    public double learningRate() {
        return engine.state().learningRate();
    }

    @Override
    public void learningRate(double rate) {
        engine.state().learningRate(rate);
    }

    @Override
    public double stepLearningRate() {
        return engine.training().stepRate();
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
        return new Snapshot(engine.state().readVariables(engine.state().namesOfNetwork()));
    }

    @Override
    public Snapshot trainingSnapshot() {
        return new Snapshot(engine.state().readVariables(engine.state().namesOfTraining()));
    }

    @Override
    public void restore(Snapshot snapshot) {
        engine.state().writeVariables(snapshot.values());
        engine.training().holdZeros();
    }

    @Override
    public Set<String> kernels() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(engine.training().trainedKernels()));
    }

    @Override
    public Set<String> trained() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(engine.training().trainedNames()));
    }

    @Override
    public Map<String, float[]> weights(Collection<String> names) {
        // what is chosen by them is to be the same in all processes, to the last bit
        engine.meet();
        Map<String, float[]> weights = new LinkedHashMap<>();
        engine.state().readVariables(names).forEach((name, bytes) -> {
            float[] values = new float[bytes.length / Float.BYTES];
            NetworkState.bytes(bytes).asFloatBuffer().get(values);
            weights.put(name, values);
        });
        return weights;
    }

    @Override
    public void keepZero(Map<String, BitSet> places) {
        engine.training().holdZeros(places);
    }

    @Override
    public synchronized void stop(String reason) {
        if (ending == null || ending.kind() != Ending.Kind.COMPLETED) {
            ending = new Ending(Ending.Kind.STOPPED, reason);
        }
    }

    /** A pause that comes while the last epoch is validated has nothing left to put off. */
    private synchronized void complete() {
        if (ending == null || ending.kind() == Ending.Kind.PAUSED) {
            ending = Ending.completed(epochs);
        }
    }

    @Override
    public synchronized void pause(String reason) {
        if (ending == null) {
            ending = new Ending(Ending.Kind.PAUSED, reason);
        }
    }
}
