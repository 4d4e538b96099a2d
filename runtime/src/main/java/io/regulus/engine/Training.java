package io.regulus.engine;

import io.regulus.engine.BatchBuffer.Purpose;
import io.regulus.ops.NonFinite;
import io.regulus.ops.Pass;
import io.regulus.ops.Role;
import io.regulus.ops.TrainingStep;
import io.regulus.ops.Variable;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.ndarray.buffer.FloatDataBuffer;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.RunOptions;

/** The steps of a network. One thread at a time may take them; the caller sees to that. */
public final class Training {
    private final NetworkPlan plan;
    private final Runs runs;
    private final Ports ports;
    private final Group group;
    private final Mirrors mirrors;
    private final LiveState state;
    private final Pruned pruned;
    private final StepRate stepRate = new StepRate();
    private final Optional<LossScale> lossScale;
    private final Optional<BatchNumber> batchNumber;
    private final Step training;

    /** As the one above, for data whose rows have weights. */
    private final Later<Step> weighted;

    private final Penalties penalties;

    /** A step, with what tells why it failed. */
    private record Step(TrainingStep ops, List<Pass.LayerOutput> layers, Later<FiniteChecks> finiteChecks) {}

    /** How the graph of a step is made, by what machine and settings are. */
    record Method(boolean kernels, int kernelThreads, boolean gpu) {}

    /** Adds the ops of a step. */
    Training(Parts parts, LiveState state, Method method) {
        this.plan = parts.plan();
        this.runs = parts.runs();
        this.ports = parts.ports();
        this.group = parts.group();
        this.mirrors = parts.mirrors();
        this.state = state;
        this.pruned = new Pruned(parts, state);
        Ops tf = parts.tf().withSubScope("training");
        boolean mixed = plan.precision() == Precision.MIXED;
        // bfloat16, which the CPU computes in, has the range of float32 and needs no scale
        lossScale = mixed && method.gpu() ? Optional.of(new LossScale(tf)) : Optional.empty();
        batchNumber =
                plan.batchesPerStep() > 1 ? Optional.of(new BatchNumber(tf, plan.batchesPerStep())) : Optional.empty();
        try {
            Pass.Method ofPass = new Pass.Method(
                    lossScale.map(LossScale::placeholder),
                    method.kernels(),
                    method.kernelThreads(),
                    mixed,
                    group.shard());
            training = step(Pass.training(tf, parts.variables(), ofPass).taught(ports.softTargets()));
            weighted = runs.later(
                    () -> step(Pass.training(parts.tf().withSubScope("weighted_training"), parts.variables(), ofPass)
                            .taught(ports.softTargets())
                            .weighing(ports.rowWeights())));
        } catch (RuntimeException | Error failure) {
            free();
            throw failure;
        }
        penalties = new Penalties(runs, training.ops());
        mirrors.rate(training.ops().learningRate().initial());
    }

    private Step step(Pass pass) {
        batchNumber.map(BatchNumber::ofStep).ifPresent(pass::accumulating);
        TrainingStep ops = plan.training(pass, ports.feeds());
        List<Pass.LayerOutput> layers = pass.layers();
        return new Step(ops, layers, runs.later(() -> new FiniteChecks(plan, pass.tf(), layers, ops)));
    }

    /** The step for a batch: adding one to the graph waits for runs, so that it is never asked for within one. */
    private Step stepFor(BatchBuffer batch) {
        return batch.rowWeights().isPresent() ? weighted.get() : training;
    }

    /** The layers, in the order they run. */
    public List<Pass.LayerOutput> layers() {
        return training.layers();
    }

    /** What the weights cost. */
    public Penalties penalties() {
        return penalties;
    }

    /** Coefficients of the decoupled decay, by name of the weight. */
    public Map<String, Double> decay() {
        return training.ops().decay();
    }

    /** What the learning rate is multiplied by, by name of the weight, where that is not 1. */
    public Map<String, Double> rateFactors() {
        return training.ops().rateFactors();
    }

    /** The names of the weights that a step changes, in the order of the network. */
    public List<String> trainedNames() {
        return state.weightNames().stream()
                .filter(training.ops().gradients()::containsKey)
                .toList();
    }

    /** The names of the kernels among them: of no recurrent kernels and tables. */
    public List<String> trainedKernels() {
        return state.weights().stream()
                .filter(weight -> weight.role() == Role.KERNEL)
                .map(Variable::name)
                .filter(training.ops().gradients()::containsKey)
                .toList();
    }

    /**
     * What a step was taken by.
     *
     * @param loss data loss, the mean over the rows
     * @param gradientNorm of all gradients as of one vector, before any clipping
     */
    public record StepCost(float loss, double gradientNorm) {}

    /**
     * What a batch costs.
     *
     * @param loss data loss, the mean over the rows
     * @param penalty all penalty terms, those on the outputs of layers too
     */
    public record BatchCost(float loss, float penalty) {}

    /**
     * Takes one step; the network's outputs for the batch, dropout on, are left in the buffer.
     *
     * @return data loss, the mean over the rows, at the weights before the step
     * @throws NonFiniteException if the loss or a gradient is not finite; nothing has changed then
     */
    public float train(BatchBuffer batch) {
        if (batchNumber.isPresent()) {
            float loss = takeIn(batch, 0);
            update();
            return loss;
        }
        return take(batch, Purpose.TRAIN, Training::fetchHeads, () -> result -> {
            batch.keep(result, 1);
            return Scalars.of(result, 0);
        });
    }

    /**
     * Takes one step as {@link #train} does, and tells the norm of its gradients, which the check for finite numbers computes anyway.
     *
     * @throws NonFiniteException if the loss or a gradient is not finite; nothing has changed then
     */
    public StepCost trainWithNorm(BatchBuffer batch) {
        if (batchNumber.isPresent()) {
            return new StepCost(takeIn(batch, 0), update());
        }
        return take(
                batch,
                Purpose.TRAIN_WITH_NORM,
                (runner, step) -> {
                    runner.fetch(step.gradientSquares());
                    fetchHeads(runner, step);
                },
                () -> result -> {
                    batch.keep(result, 2);
                    return new StepCost(Scalars.of(result, 0), Math.sqrt(Scalars.of(result, 1)));
                });
    }

    /**
     * Takes one step; the network's outputs are not kept.
     *
     * @return data loss and penalty at the weights before the step
     * @throws NonFiniteException if the loss or a gradient is not finite; nothing has changed then
     */
    public BatchCost trainWithPenalty(BatchBuffer batch) {
        if (batchNumber.isPresent()) {
            float before = (float) penalties.total();
            float loss = takeIn(batch, 0);
            update();
            return new BatchCost(loss, before + batch.activityPenalty());
        }
        boolean apart = training.ops().penaltyApart();
        return take(
                batch,
                Purpose.TRAIN_WITH_PENALTY,
                (runner, step) -> {
                    if (!apart) {
                        runner.fetch(step.penalty());
                    }
                    step.activityPenalty().ifPresent(runner::fetch);
                },
                () -> {
                    float before = apart ? (float) penalties.total() : 0;
                    return result -> new BatchCost(Scalars.of(result, 0), before + Scalars.sumBehindFirst(result));
                });
    }

    private static void fetchHeads(Session.Runner runner, TrainingStep step) {
        step.heads().forEach(head -> runner.fetch(head.outputs()));
        if (step.heads().size() > 1) {
            step.heads().forEach(head -> runner.fetch(head.loss().value()));
        }
        step.activityPenalty().ifPresent(runner::fetch);
    }

    /** Takes a step; {@code before} runs before it, with the same weights, and gives what makes something of its result. */
    private <R> R take(
            BatchBuffer batch,
            Purpose purpose,
            BiConsumer<Session.Runner, TrainingStep> fetch,
            Supplier<Function<Result, R>> before) {
        Step step = stepFor(batch);
        Runnable after = group.afterStep(mirrors.steps() + 1);
        return explained(step, batch, () -> {
            Session.Runner runner = batch.runner(purpose, () -> {
                Session.Runner made = feed(step, batch)
                        .addTarget(step.ops().update())
                        .fetch(step.ops().loss());
                fetch.accept(made, step.ops());
                return made;
            });
            Function<Result, R> read = before.get();
            try (Result result = finiteRun(() -> stepped(runner))) {
                mirrors.stepTaken();
                after.run();
                return read.apply(result);
            }
        });
    }

    /**
     * Takes a batch in, of those that a step takes: moving statistics follow it, weights do not change before {@link #update}. The network's outputs
     * for the batch are left in the buffer.
     *
     * @param number of the batch within its step; 0 forgets whatever was taken in before
     * @return data loss, the mean over the rows
     * @throws NonFiniteException if the loss or a gradient is not finite; nothing has changed by this batch then
     */
    public float takeIn(BatchBuffer batch, int number) {
        Step step = stepFor(batch);
        BatchNumber fed = batchNumber.orElseThrow();
        return explained(step, batch, () -> {
            fed.set(number);
            boolean first = number == 0;
            Session.Runner runner = batch.runner(first ? Purpose.BEGIN_STEP : Purpose.ADD_TO_STEP, () -> {
                TrainingStep.Batches several = step.ops().batches().orElseThrow();
                Session.Runner made = feed(step, batch)
                        .addTarget(first ? several.begin() : several.add())
                        .fetch(step.ops().loss());
                fetchHeads(made, step.ops());
                return made;
            });
            try (Result result = finiteRun(runner::run)) {
                batch.keep(result, 1);
                return Scalars.of(result, 0);
            }
        });
    }

    /**
     * Takes the step of the batches that were taken in.
     *
     * @return norm of all gradients as of one vector, before any clipping
     * @throws NonFiniteException if a gradient is not finite though those of the batches were, as one of a penalty; nothing has changed then
     */
    public double update() {
        Runnable after = group.afterStep(mirrors.steps() + 1);
        TrainingStep step = training.ops();
        try {
            return runs.running(() -> {
                Session.Runner runner = runs.runner().addTarget(step.update()).fetch(step.gradientSquares());
                stepRate.feed(runner, step);
                try (Result result = runs.stepping(() -> stepped(runner))) {
                    mirrors.stepTaken();
                    after.run();
                    // whatever asks for the gradients of a batch next means the first of the step to come
                    batchNumber.ifPresent(number -> number.set(0));
                    return Math.sqrt(Scalars.of(result, 0));
                }
            });
        } catch (TFInvalidArgumentException failure) {
            if (!NonFinite.caused(failure)) {
                throw failure;
            }
            FiniteChecks checks = training.finiteChecks().get();
            throw state.firstNonFinite()
                    .map(bad -> checks.weight(mirrors.steps() + 1, bad, failure))
                    .orElseGet(() -> checks.update(mirrors.steps() + 1, failure));
        }
    }

    private Session.Runner feed(Step step, BatchBuffer batch) {
        Session.Runner runner = ports.feed(runs.runner(), batch);
        group.feed(runner, batch);
        lossScale.ifPresent(scale -> runner.feed(scale.placeholder(), scale.tensor()));
        batchNumber.ifPresent(number -> number.feed(runner));
        stepRate.feed(runner, step.ops());
        return runner;
    }

    /** Runs something on a batch; where a number is not finite it is told where that began. */
    private <R> R explained(Step step, BatchBuffer batch, Supplier<R> run) {
        try {
            return runs.running(run);
        } catch (TFInvalidArgumentException failure) {
            if (!NonFinite.caused(failure)) {
                throw failure;
            }
            FiniteChecks checks = step.finiteChecks().get();
            long failed = mirrors.steps() + 1;
            Optional<String> bad = state.firstNonFinite();
            if (bad.isPresent()) {
                throw checks.weight(failed, bad.get(), failure);
            }
            throw runs.running(
                    () -> checks.explain(failed, batch, () -> feed(step, batch), failure, group::firstOfAll));
        }
    }

    /** Runs a step, or a batch of it; under a loss scale again, on the same batch, for as long as a lower one may help. */
    private Result finiteRun(Supplier<Result> run) {
        Optional<Float> scaleBefore = lossScale.map(LossScale::value);
        while (true) {
            try {
                Result result = runs.stepping(run);
                lossScale.ifPresent(LossScale::sound);
                return result;
            } catch (TFInvalidArgumentException failure) {
                // the update waits for the check: nothing has changed yet
                if (!NonFinite.caused(failure)
                        || lossScale.isEmpty()
                        || !lossScale.get().overflowed()) {
                    lossScale.ifPresent(scale -> scale.restore(scaleBefore.orElseThrow()));
                    throw failure;
                }
            }
        }
    }

    /** Nobody who keeps steps apart sees a weight between its update and its zeros. */
    private Result stepped(Session.Runner runner) {
        Result result = runner.run();
        try {
            pruned.hold();
            return result;
        } catch (RuntimeException | Error failure) {
            result.close();
            throw failure;
        }
    }

    /** Where the ops of a step are placed; runs it forward and backward on the batch, without the update. */
    public Placement placement(BatchBuffer batch) {
        Step step = stepFor(batch);
        return runs.running(() -> {
            Session.Runner runner = feed(step, batch)
                    .setOptions(RunOptions.newBuilder()
                            .setOutputPartitionGraphs(true)
                            .build());
            step.ops().gradients().values().forEach(runner::addTarget);
            try (Result result = runner.runAndFetchMetadata()) {
                return Placement.of(result.getMetadata().orElseThrow());
            }
        });
    }

    /**
     * The gradients of the step that would come next on the batch, which is not taken: of the data loss and the penalty, before any clipping,
     * by name of the weight and in its order. Where native kernels take part, those of L2 terms are missing, which the update adds.
     */
    public Map<String, float[]> gradients(BatchBuffer batch) {
        Step step = stepFor(batch);
        return runs.running(() -> {
            Session.Runner runner = feed(step, batch);
            step.ops().gradients().values().forEach(runner::fetch);
            Map<String, float[]> gradients = new LinkedHashMap<>();
            try (Result result = runner.run()) {
                int next = 0;
                for (String name : step.ops().gradients().keySet()) {
                    FloatDataBuffer values =
                            result.get(next++).asRawTensor().data().asFloats();
                    float[] copied = new float[Math.toIntExact(values.size())];
                    values.read(copied);
                    gradients.put(name, copied);
                }
            }
            return gradients;
        });
    }

    /**
     * Sets values of weights, and of their averages, to 0, now and after each step to come, in the place of those that were held so before;
     * waits for runs in flight.
     *
     * @param places in row-major order, by name of the weight; none to hold nothing any more, which changes no weight
     */
    public void holdZeros(Map<String, BitSet> places) {
        pruned.hold(places);
    }

    /** Sets to 0 again what is held there, as after weights were replaced. */
    public void holdZeros() {
        runs.stepping(() -> {
            pruned.hold();
            return pruned;
        });
    }

    /** The rate of the last step: that of its schedule, where it has one. */
    public double stepRate() {
        return runs.running(() -> stepRate.value().orElseGet(mirrors::rate));
    }

    /** Takes the following steps at a rate of their own, whatever the variable holds; see {@link #clearStepRate}. */
    public void stepRate(double rate) {
        runs.running(() -> {
            stepRate.set(rate);
            return stepRate;
        });
    }

    /** Takes the following steps at the rate that the variable holds; nothing to do where the network is closed. */
    public void clearStepRate() {
        runs.alone(stepRate::clear);
    }

    /** What the loss is multiplied by in a step; 1 where it is not. */
    float lossScale() {
        return lossScale.map(LossScale::value).orElse(1f);
    }

    /** Frees what is fed; with no run in flight. */
    void free() {
        lossScale.ifPresent(LossScale::close);
        batchNumber.ifPresent(BatchNumber::close);
        pruned.release();
        stepRate.clear();
    }
}
