package io.regulus.engine;

import io.regulus.data.Dataset;
import io.regulus.engine.BatchBuffer.Purpose;
import io.regulus.ops.Averages;
import io.regulus.ops.Clearing;
import io.regulus.ops.NonFinite;
import io.regulus.ops.Pass;
import io.regulus.ops.Penalty;
import io.regulus.ops.Role;
import io.regulus.ops.Shard;
import io.regulus.ops.TrainingStep;
import io.regulus.ops.Variable;
import io.regulus.ops.Variables;
import io.regulus.ops.WholeBatch;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.ndarray.buffer.FloatDataBuffer;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.RunOptions;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * A network's graph and session: it trains a batch, predicts a batch, reads and replaces variables. Owns native memory
 * until closed.
 *
 * <p>Any number of threads may predict at a time, also during a step. Replacing variables and closing wait for runs in flight and keep new ones
 * out. One thread at a time may train; the caller sees to that.
 */
public final class Engine implements NetworkState, AutoCloseable {
    private final NetworkPlan plan;
    private final Graph graph;
    private final Session session;
    private final Variables variables;
    private final Later<VariableStore> store;
    private final Ports ports;
    private final Devices devices;
    private final boolean manyRuns;
    private final boolean kernels;
    private final Optional<LossScale> lossScale;
    private final Optional<BatchNumber> batchNumber;
    private final Step training;
    private final Later<NetworkPlan.Answers> inference;

    /** As the two above, for data whose rows have weights. */
    private final Later<Step> weightedTraining;

    private final Later<NetworkPlan.Answers> weightedInference;
    private final Later<Calibration> calibration;
    private final Later<Sample> sample;
    private final Optional<Averages> averages;
    private final Optional<ProcessGroup> group;
    private final Optional<Peers> peers;
    private final Later<Peers.Blend> blend;
    private final Later<Map<String, Clearing>> clearings;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final ReentrantLock stepLock = new ReentrantLock();
    private boolean closed;

    /** A step of training, with what tells why it failed. */
    private record Step(TrainingStep ops, List<Pass.LayerOutput> layers, Later<FiniteChecks> finiteChecks) {}

    /** The learning rate, a copy of the variable likewise, as the decimal that a person wrote. */
    private volatile double rate;

    /** What the rate of a step is fed from while it is not the variable's; closing takes it away under the write lock. */
    private Optional<TFloat32> stepRate = Optional.empty();

    /** What is 0 after each step; closing takes it away under the write lock. */
    private Optional<HeldZeros> zeros = Optional.empty();

    /** Steps taken, a copy of the variable that saves a run per step; only training and replacing variables change it. */
    private final AtomicLong steps = new AtomicLong();

    /** Epochs that the averages are of, a copy of their variable likewise. */
    private final AtomicLong averaged = new AtomicLong();

    private final AtomicLong replacements = new AtomicLong();
    private final UsageMeter usage = new UsageMeter();

    /**
     * Builds the graph and initialises every variable.
     *
     * @throws MissingNativesException if TensorFlow's native library is not there
     * @throws MissingDeviceException if the settings ask for a GPU and there is none
     */
    public static Engine of(NetworkPlan plan, Settings settings) {
        Natives.load();
        Threads threads = Threads.of(settings, plan);
        threads.claim(plan.name());
        return build(plan, settings, threads, Devices.of(settings, threads));
    }

    /** For tests: built as it would be on other devices than there are. */
    static Engine build(NetworkPlan plan, Settings settings, Threads threads, Devices devices) {
        Graph graph = new Graph();
        try {
            return new Engine(plan, settings, threads, devices, graph);
        } catch (RuntimeException | Error failure) {
            graph.close();
            throw failure;
        }
    }

    private Engine(NetworkPlan plan, Settings settings, Threads threads, Devices devices, Graph graph) {
        this.plan = plan;
        this.devices = devices;
        this.manyRuns = threads.manyRuns() && !devices.gpu();
        this.graph = graph;
        Ops tf = Ops.create(graph);
        variables = new Variables(settings.seed());
        ports = Ports.of(tf, plan);
        Ops trainingScope = tf.withSubScope("training");
        group = settings.group();
        // one that is alone in its group has nobody to meet
        peers = group.filter(several -> several.size() > 1)
                .map(several -> new Peers(tf.withSubScope("group"), several, devices.gpu()));
        boolean mixed = plan.precision() == Precision.MIXED;
        // bfloat16, which the CPU computes in, has the range of float32 and needs no scale
        lossScale = mixed && devices.gpu() ? Optional.of(new LossScale(trainingScope)) : Optional.empty();
        kernels = settings.kernels() && !devices.gpu() && NativeKernels.available();
        Pass.Method method =
                new Pass.Method(lossScale.map(LossScale::placeholder), kernels, threads.ofKernels(), mixed, shard());
        batchNumber = plan.batchesPerStep() > 1
                ? Optional.of(new BatchNumber(trainingScope, plan.batchesPerStep()))
                : Optional.empty();
        training = step(Pass.training(trainingScope, variables, method).taught(ports.softTargets()));
        rate = decimal(training.ops().learningRate().initial());
        averages = plan.epochAverages().map(any -> Averages.of(tf.withSubScope("averages"), variables));
        inference = later(() -> plan.inference(
                Pass.inference(tf.withSubScope("inference"), variables, plan.averaged()), ports.feeds()));
        weightedTraining = later(() -> step(Pass.training(tf.withSubScope("weighted_training"), variables, method)
                .taught(ports.softTargets())
                .weighing(ports.rowWeights())));
        weightedInference = later(() -> plan.inference(
                Pass.inference(tf.withSubScope("weighted_inference"), variables, plan.averaged())
                        .weighing(ports.rowWeights()),
                ports.feeds()));
        calibration =
                later(() -> Calibration.of(tf.withSubScope("calibration"), variables, plan, ports.feeds(), shard()));
        sample = later(() -> Sample.of(tf.withSubScope("sample"), variables, plan, ports.feeds()));
        blend = later(() -> peers.orElseThrow().blend(tf.withSubScope("blend"), variables));
        clearings = later(() -> Clearing.all(tf.withSubScope("clearing"), variables, plan.averaged()));
        store = later(() -> new VariableStore(tf.withSubScope("variables"), variables));
        Op initial = VariableStore.initial(tf.withSubScope("initial"), variables);
        session = session(SessionConfig.of(settings, threads, plan.precision(), devices));
        try {
            session.run(initial);
        } catch (RuntimeException | Error failure) {
            session.close();
            lossScale.ifPresent(LossScale::close);
            batchNumber.ifPresent(BatchNumber::close);
            throw failure;
        }
    }

    private Session session(ConfigProto config) {
        return peers.map(all -> all.group().sessions().open(graph, config)).orElseGet(() -> new Session(graph, config));
    }

    private Shard shard() {
        return peers.map(Peers::shard).orElseGet(WholeBatch::new);
    }

    private Step step(Pass pass) {
        batchNumber.map(BatchNumber::ofStep).ifPresent(pass::accumulating);
        TrainingStep ops = plan.training(pass, ports.feeds());
        List<Pass.LayerOutput> layers = pass.layers();
        return new Step(ops, layers, later(() -> new FiniteChecks(plan, pass.tf(), layers, ops)));
    }

    /** The step for a batch: adding one to the graph waits for runs, so that it is never asked for within one. */
    private Step stepFor(BatchBuffer batch) {
        return batch.rowWeights().isPresent() ? weightedTraining.get() : training;
    }

    private <T> Later<T> later(Supplier<T> add) {
        return new Later<>(lock.writeLock(), () -> {
            requireNotClosed();
            return add.get();
        });
    }

    /** The network this engine runs. */
    public NetworkPlan plan() {
        return plan;
    }

    /** What the network reads, as its passes read it, by name of the input. */
    public Map<String, Operand<?>> inputs() {
        return ports.inputs();
    }

    /** The layers, in the order they run. */
    public List<Pass.LayerOutput> layers() {
        return training.layers();
    }

    /** The penalty's terms. */
    public List<Penalty.Term> penaltyTerms() {
        return training.ops().terms();
    }

    /** Coefficients of the decoupled decay, by name of the weight. */
    public Map<String, Double> decay() {
        return training.ops().decay();
    }

    /** What the learning rate is multiplied by, by name of the weight, where that is not 1. */
    public Map<String, Double> rateFactors() {
        return training.ops().rateFactors();
    }

    @Override
    public String name() {
        return plan.name();
    }

    @Override
    public Map<String, Double> hyperparameters() {
        return plan.hyperparameters();
    }

    @Override
    public long seed() {
        return variables.seed();
    }

    /** Tensors for batches of so many rows of this data; the caller closes them. */
    public BatchBuffer buffer(Dataset data, int rows) {
        return new BatchBuffer(plan, rows, data);
    }

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
        return step(batch, Purpose.TRAIN, Engine::fetchHeads, () -> result -> {
            batch.keep(result, 1);
            return scalar(result, 0);
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
        return step(
                batch,
                Purpose.TRAIN_WITH_NORM,
                (runner, step) -> {
                    runner.fetch(step.gradientSquares());
                    fetchHeads(runner, step);
                },
                () -> result -> {
                    batch.keep(result, 2);
                    return new StepCost(scalar(result, 0), Math.sqrt(scalar(result, 1)));
                });
    }

    /**
     * What a step was taken by.
     *
     * @param loss data loss, the mean over the rows
     * @param gradientNorm of all gradients as of one vector, before any clipping
     */
    public record StepCost(float loss, double gradientNorm) {}

    /**
     * Takes one step; the network's outputs are not kept.
     *
     * @return data loss and penalty at the weights before the step
     * @throws NonFiniteException if the loss or a gradient is not finite; nothing has changed then
     */
    public BatchCost trainWithPenalty(BatchBuffer batch) {
        if (batchNumber.isPresent()) {
            float before = (float) penalty();
            float loss = takeIn(batch, 0);
            update();
            return new BatchCost(loss, before + batch.activityPenalty());
        }
        boolean apart = training.ops().penaltyApart();
        return step(
                batch,
                Purpose.TRAIN_WITH_PENALTY,
                (runner, step) -> {
                    if (!apart) {
                        runner.fetch(step.penalty());
                    }
                    step.activityPenalty().ifPresent(runner::fetch);
                },
                () -> {
                    float before = apart ? (float) penalty() : 0;
                    return result -> new BatchCost(scalar(result, 0), before + sumBehindLoss(result));
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
                Session.Runner made = feedStep(step, batch)
                        .addTarget(first ? several.begin() : several.add())
                        .fetch(step.ops().loss());
                fetchHeads(made, step.ops());
                return made;
            });
            try (Result result = finiteRun(runner::run)) {
                batch.keep(result, 1);
                return scalar(result, 0);
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
        Optional<Peers.Blend> after = blendAfterStep();
        TrainingStep step = training.ops();
        try {
            return running(() -> {
                Session.Runner runner =
                        session.runner().addTarget(step.update()).fetch(step.gradientSquares());
                stepRate.ifPresent(value -> runner.feed(step.learningRate().value(), value));
                try (Result result = stepping(() -> stepped(runner))) {
                    taken(after);
                    // whatever asks for the gradients of a batch next means the first of the step to come
                    batchNumber.ifPresent(number -> number.set(0));
                    return Math.sqrt(scalar(result, 0));
                }
            });
        } catch (TFInvalidArgumentException failure) {
            if (!NonFinite.caused(failure)) {
                throw failure;
            }
            FiniteChecks checks = training.finiteChecks().get();
            throw firstNonFiniteWeight()
                    .map(bad -> checks.weight(steps.get() + 1, bad, failure))
                    .orElseGet(() -> checks.update(steps.get() + 1, failure));
        }
    }

    private void taken(Optional<Peers.Blend> after) {
        steps.incrementAndGet();
        after.ifPresent(average -> average.run(session, 1f / group.orElseThrow().size()));
    }

    private static float sumBehindLoss(Result result) {
        float sum = 0;
        for (int i = 1; i < result.size(); i++) {
            sum += scalar(result, i);
        }
        return sum;
    }

    /**
     * What a batch costs.
     *
     * @param loss data loss, the mean over the rows
     * @param penalty all penalty terms, those on the outputs of layers too
     */
    public record BatchCost(float loss, float penalty) {}

    private static void fetchHeads(Session.Runner runner, TrainingStep step) {
        step.heads().forEach(head -> runner.fetch(head.outputs()));
        if (step.heads().size() > 1) {
            step.heads().forEach(head -> runner.fetch(head.loss().value()));
        }
        step.activityPenalty().ifPresent(runner::fetch);
    }

    /** Takes a step; {@code before} runs before it, with the same weights, and gives what makes something of its result. */
    private <R> R step(
            BatchBuffer batch,
            Purpose purpose,
            BiConsumer<Session.Runner, TrainingStep> fetch,
            Supplier<Function<Result, R>> before) {
        Step step = stepFor(batch);
        Optional<Peers.Blend> after = blendAfterStep();
        return explained(step, batch, () -> {
            Session.Runner runner = batch.runner(purpose, () -> {
                Session.Runner made = feedStep(step, batch)
                        .addTarget(step.ops().update())
                        .fetch(step.ops().loss());
                fetch.accept(made, step.ops());
                return made;
            });
            Function<Result, R> take = before.get();
            try (Result result = finiteRun(() -> stepped(runner))) {
                taken(after);
                return take.apply(result);
            }
        });
    }

    /** Runs something on a batch; where a number is not finite it is told where that began. */
    private <R> R explained(Step step, BatchBuffer batch, Supplier<R> run) {
        try {
            return running(run);
        } catch (TFInvalidArgumentException failure) {
            if (!NonFinite.caused(failure)) {
                throw failure;
            }
            FiniteChecks checks = step.finiteChecks().get();
            Optional<String> bad = firstNonFiniteWeight();
            if (bad.isPresent()) {
                throw checks.weight(steps.get() + 1, bad.get(), failure);
            }
            throw running(() ->
                    checks.explain(steps.get() + 1, batch, () -> feedStep(step, batch), failure, this::firstOfAll));
        }
    }

    /** Weights that are averaged now and then are after the step to come, or are not. */
    private Optional<Peers.Blend> blendAfterStep() {
        return peers.map(Peers::group)
                .filter(ProcessGroup::averages)
                .filter(members -> (steps.get() + 1) % members.averagedEvery() == 0)
                .map(any -> blend.get());
    }

    /** What the first process that has something to say of a failed step says; processes that step by themselves fail by themselves. */
    private Optional<String> firstOfAll(Optional<String> here) {
        if (peers.filter(all -> !all.group().averages()).isEmpty()) {
            return here;
        }
        return gather(here.orElse("").getBytes(StandardCharsets.UTF_8)).stream()
                .map(said -> new String(said, StandardCharsets.UTF_8))
                .filter(said -> !said.isEmpty())
                .findFirst();
    }

    private Optional<String> firstNonFiniteWeight() {
        return readVariables(weightNames()).entrySet().stream()
                .filter(weight -> !allFinite(bytes(weight.getValue()).asFloatBuffer()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean allFinite(FloatBuffer values) {
        while (values.hasRemaining()) {
            if (!Float.isFinite(values.get())) {
                return false;
            }
        }
        return true;
    }

    /** Runs a step, or a batch of it; under a loss scale again, on the same batch, for as long as a lower one may help. */
    private Result finiteRun(Supplier<Result> run) {
        Optional<Float> scaleBefore = lossScale.map(LossScale::value);
        while (true) {
            try {
                Result result = stepping(run);
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
            zeros.ifPresent(HeldZeros::hold);
            return result;
        } catch (RuntimeException | Error failure) {
            result.close();
            throw failure;
        }
    }

    /** Evaluates a batch and returns its data loss; the network's outputs are left in the buffer. */
    public float evaluate(BatchBuffer batch) {
        NetworkPlan.Answers pass = batch.rowWeights().isPresent() ? weightedInference.get() : inference.get();
        return running(() -> {
            Session.Runner runner = batch.runner(Purpose.EVALUATE, () -> {
                Session.Runner made = feed(batch).fetch(pass.loss());
                pass.outputs().forEach(answer -> made.fetch(answer.outputs()));
                if (pass.outputs().size() > 1) {
                    pass.outputs().forEach(answer -> made.fetch(answer.loss()));
                }
                pass.activityPenalty().ifPresent(made::fetch);
                return made;
            });
            try (Result result = runner.run()) {
                batch.keep(result, 1);
                return scalar(result, 0);
            }
        });
    }

    /**
     * The data loss of outputs that something else than this network gave, as of several networks together; they are read from the buffer.
     * No layer runs.
     */
    public float judge(BatchBuffer batch) {
        NetworkPlan.Answers pass = batch.rowWeights().isPresent() ? weightedInference.get() : inference.get();
        return running(() -> {
            List<TFloat32> given = new ArrayList<>();
            try {
                Session.Runner runner = feed(batch).fetch(pass.loss());
                for (int i = 0; i < pass.outputs().size(); i++) {
                    NetworkPlan.Answer answer = pass.outputs().get(i);
                    given.add(batch.tensorOfOutputs(i));
                    runner.feed(answer.outputs(), given.get(i));
                    if (pass.outputs().size() > 1) {
                        runner.fetch(answer.loss());
                    }
                }
                try (Result result = runner.run()) {
                    batch.keepLosses(result, 1);
                    return scalar(result, 0);
                }
            } finally {
                given.forEach(TFloat32::close);
            }
        });
    }

    /** Predicts a batch; the predictions are left in the buffer. Targets are not needed. */
    public void predict(BatchBuffer batch) {
        NetworkPlan.Answers pass = inference.get();
        long start = System.nanoTime();
        running(() -> {
            Session.Runner runner = batch.runner(Purpose.PREDICT, () -> {
                Session.Runner made = ports.feedFeatures(session.runner(), batch);
                pass.outputs().forEach(answer -> made.fetch(answer.predictions()));
                return made;
            });
            try (Result result = runner.run()) {
                batch.keepPredictions(result);
                return batch;
            }
        });
        usage.add(batch.rows(), System.nanoTime() - start);
    }

    /** What {@link #predict} was asked so far; may be read at any time, also of a closed engine. */
    public Usage usage() {
        return usage.usage();
    }

    /**
     * Predicts a batch with the noise of layers on; the predictions are left in the buffer, which was told the place of its rows in the
     * data.
     *
     * @param number of the sample, which draws the same whenever it is asked for
     */
    public void sample(BatchBuffer batch, long number) {
        Sample pass = sample.get();
        running(() -> {
            try (TInt64 fed = TInt64.scalarOf(number);
                    Result result = pass.fetch(ports.feedFeatures(session.runner(), batch), batch, fed)
                            .run()) {
                batch.keepPredictions(result);
                return batch;
            }
        });
    }

    /** Whether layers have noise, so that samples differ from predictions. */
    public boolean isNoisy() {
        return sample.get().draws();
    }

    /**
     * Moves the statistics of norms that inference uses towards those of a batch, by 1 / number of the way: over batches 1, 2 and so on
     * they become the mean of the batches' statistics.
     *
     * @param number 1 for the first batch, which forgets what was there before
     */
    public void refreshStatistics(BatchBuffer batch, int number) {
        Calibration pass = calibration.get();
        running(() -> stepping(() -> {
            try (TFloat32 share = TFloat32.scalarOf(1f / number)) {
                Session.Runner runner = ports.feedFeatures(session.runner(), batch);
                peers.ifPresent(all -> all.feed(runner, batch));
                runner.feed(pass.share(), share).addTarget(pass.update()).run().close();
            }
            return batch;
        }));
    }

    /**
     * Averages the weights and moving statistics at the end of an epoch, where the network says that they are then.
     *
     * @param epoch its number, from 1
     */
    public void averageAfter(int epoch) {
        plan.epochAverages().flatMap(when -> when.after(epoch, averaged.get())).ifPresent(this::average);
    }

    /** Has inference follow the weights after steps that are no whole epoch, where it reads averages of which there are none yet. */
    public void averageNone() {
        plan.epochAverages()
                .flatMap(when -> EpochAverages.following(averaged.get()))
                .ifPresent(this::average);
    }

    private void average(EpochAverages.Change change) {
        Averages taken = averages.orElseThrow();
        running(() -> stepping(() -> {
            try (TFloat32 share = TFloat32.scalarOf((float) change.share());
                    TInt64 count = TInt64.scalarOf(change.averaged())) {
                session.runner()
                        .feed(taken.share(), share)
                        .feed(taken.count(), count)
                        .addTarget(taken.update())
                        .run()
                        .close();
            }
            averaged.set(change.averaged());
            return taken;
        }));
    }

    /** Where the ops of a step are placed; runs it forward and backward on the batch, without the update. */
    public Placement placement(BatchBuffer batch) {
        Step step = stepFor(batch);
        return running(() -> {
            Session.Runner runner = feedStep(step, batch)
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
        return running(() -> {
            Session.Runner runner = feedStep(step, batch);
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

    /** The graph of all that has been asked for so far. */
    public GraphDef graph() {
        return running(graph::toGraphDef);
    }

    /** Whether native kernels take part. */
    public boolean kernels() {
        return kernels;
    }

    /** Names of the GPUs that TensorFlow runs ops on, such as {@code GPU:0}; none on a CPU. */
    public List<String> gpus() {
        return devices.gpus();
    }

    /** Whether several runs at a time are the way to use several cores, for a single one uses one. */
    public boolean manyRuns() {
        return manyRuns;
    }

    /** The processes that train this network together; empty where this one does alone. */
    public Optional<ProcessGroup> group() {
        return group;
    }

    /**
     * What every process of the group has to say, by rank, this one too; all of them ask at the same time. Of a process alone what it says.
     *
     * @param said at most 2^31 bytes over all processes
     */
    public List<byte[]> gather(byte[] said) {
        return peers.map(all -> running(() -> all.gather(session, said))).orElseGet(() -> List.of(said));
    }

    /**
     * Gives all processes of the group the same weights, statistics and optimizer slots: those of the first one, or their mean where
     * weights are averaged; all of them ask at the same time. Equal they are anyway where gradients are added up, but for what processors of several
     * kinds round differently.
     */
    public void meet() {
        if (peers.isEmpty()) {
            return;
        }
        Peers.Blend all = blend.get();
        ProcessGroup members = peers.orElseThrow().group();
        float share = members.averages() ? 1f / members.size() : members.isFirst() ? 1 : 0;
        running(() -> stepping(() -> {
            all.run(session, share);
            return all;
        }));
    }

    /** The penalty of the weights as they are. */
    public double penalty() {
        return running(() -> {
            try (Result result =
                    session.runner().fetch(training.ops().penalty()).run()) {
                return (double) scalar(result, 0);
            }
        });
    }

    /** What each of the penalty's terms adds at the weights as they are, in the order of {@link #penaltyTerms}. */
    public double[] penaltyByTerm() {
        List<Operand<TFloat32>> values = training.ops().termValues();
        if (values.isEmpty()) {
            return new double[0];
        }
        return running(() -> {
            Session.Runner runner = session.runner();
            values.forEach(runner::fetch);
            try (Result result = runner.run()) {
                return IntStream.range(0, values.size())
                        .mapToDouble(term -> scalar(result, term))
                        .toArray();
            }
        });
    }

    private Session.Runner feed(BatchBuffer batch) {
        return ports.feed(session.runner(), batch);
    }

    /** What the loss is multiplied by in a step; 1 where it is not. */
    float lossScale() {
        return lossScale.map(LossScale::value).orElse(1f);
    }

    private Session.Runner feedStep(Step step, BatchBuffer batch) {
        Session.Runner runner = feed(batch);
        peers.ifPresent(all -> all.feed(runner, batch));
        lossScale.ifPresent(scale -> runner.feed(scale.placeholder(), scale.tensor()));
        batchNumber.ifPresent(number -> number.feed(runner));
        stepRate.ifPresent(value -> runner.feed(step.ops().learningRate().value(), value));
        return runner;
    }

    private static float scalar(Result result, int index) {
        return ((TFloat32) result.get(index)).getFloat();
    }

    @Override
    public long step() {
        return running(steps::get);
    }

    /** The names of the weights that a step changes, in the order of the network. */
    public List<String> trainedNames() {
        Map<String, ?> gradients = training.ops().gradients();
        return weightNames().stream().filter(gradients::containsKey).toList();
    }

    /** The names of the kernels among them: of no recurrent kernels and tables. */
    public List<String> trainedKernels() {
        Map<String, ?> gradients = training.ops().gradients();
        return weights().stream()
                .filter(weight -> weight.role() == Role.KERNEL)
                .map(Variable::name)
                .filter(gradients::containsKey)
                .toList();
    }

    /**
     * Sets values of weights, and of their averages, to 0, now and after each step to come, in the place of those that were held so before;
     * waits for runs in flight.
     *
     * @param places in row-major order, by name of the weight; none to hold nothing any more, which changes no weight
     */
    public void holdZeros(Map<String, BitSet> places) {
        if (places.isEmpty()) {
            releaseZeros();
            return;
        }
        Map<String, Clearing> ops = clearings.get();
        for (String name : places.keySet()) {
            if (!ops.containsKey(name)) {
                throw new IllegalArgumentException("no weight '" + name + "'; there are " + ops.keySet());
            }
        }
        lock.writeLock().lock();
        try {
            requireNotClosed();
            releaseZeros();
            zeros = Optional.of(new HeldZeros(session, ops, places));
            zeros.get().hold();
            replacements.incrementAndGet();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Sets to 0 again what is held there, as after weights were replaced. */
    public void holdZeros() {
        running(() -> stepping(() -> {
            zeros.ifPresent(HeldZeros::hold);
            return zeros;
        }));
    }

    private void releaseZeros() {
        lock.writeLock().lock();
        try {
            zeros.ifPresent(HeldZeros::close);
            zeros = Optional.empty();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** The learning rate as it was set. */
    public double learningRate() {
        return running(() -> rate);
    }

    /** The rate of the last step: that of its schedule, where it has one. */
    public double stepRate() {
        return running(
                () -> stepRate.map(TFloat32::getFloat).map(Engine::decimal).orElse(rate));
    }

    /** The shortest decimal that stands for a float is what the user wrote: 0.001 and not 0.0010000000474974513. */
    private static double decimal(float value) {
        return Double.parseDouble(Float.toString(value));
    }

    /**
     * Takes the following steps at a rate of their own, whatever the variable holds. It is fed in the place of the variable's
     * value, which costs no run and changes nothing of the graph; batches whose runs were put together before do not see it.
     */
    public void stepRate(double value) {
        running(() -> {
            TFloat32 fed = stepRate.orElseGet(() -> TFloat32.scalarOf((float) value));
            fed.setFloat((float) value);
            stepRate = Optional.of(fed);
            return fed;
        });
    }

    /** Takes the following steps at the rate that the variable holds; nothing to do where the model is closed. */
    public void clearStepRate() {
        lock.writeLock().lock();
        try {
            stepRate.ifPresent(TFloat32::close);
            stepRate = Optional.empty();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /**
     * Sets the learning rate from the next step on.
     *
     * @throws IllegalArgumentException if it is not a positive number that a float can hold
     */
    public void learningRate(double rate) {
        float held = (float) rate;
        if (!(held > 0) || Float.isInfinite(held)) {
            throw new IllegalArgumentException(
                    "learning rate = " + rate + ": must be a positive number that a float can hold, such as 0.001");
        }
        byte[] value = new byte[Float.BYTES];
        bytes(value).putFloat(held);
        writeVariables(Map.of(TrainingStep.LEARNING_RATE, value));
    }

    /** A view in the order of bytes that variables are read and written in. */
    public static ByteBuffer bytes(byte[] value) {
        return ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public Collection<Variable<?>> variables() {
        return variables.all();
    }

    /** The weights and moving statistics: every variable but the state of training. */
    public List<Variable<?>> weights() {
        List<Variable<?>> weights = new ArrayList<>(variables.all());
        weights.removeIf(variable -> !variable.role().isOfNetwork());
        return weights;
    }

    /** The names of the weights and moving statistics. */
    public List<String> weightNames() {
        return weights().stream().map(Variable::name).toList();
    }

    /** The names of whatever a prediction may depend on: weights, moving statistics, and the moving averages of both. */
    public List<String> namesOfNetwork() {
        List<String> names = new ArrayList<>(weightNames());
        if (plan.averaged()) {
            names.addAll(names.stream().map(Variable::averageOf).toList());
        }
        return names;
    }

    /** The names of whatever a step changes, but its number and the learning rate: those of the network and the optimizer's slots. */
    public List<String> namesOfTraining() {
        return variables().stream()
                .map(Variable::name)
                .filter(name -> !name.equals(TrainingStep.STEP) && !name.equals(TrainingStep.LEARNING_RATE))
                .toList();
    }

    @Override
    public Map<String, byte[]> readVariables(Collection<String> names) {
        VariableStore values = store.get();
        return running(() -> stepping(() -> values.read(session, names)));
    }

    @Override
    public void writeVariables(Map<String, byte[]> named) {
        Map<String, byte[]> values = withAverages(named);
        VariableStore access = store.get();
        values.forEach((name, bytes) -> {
            Variable<?> variable = access.variable(name);
            long expected = variable.size() * (variable.type() == TFloat32.class ? Float.BYTES : Long.BYTES);
            if (bytes.length != expected) {
                throw new IllegalArgumentException("variable '" + name + "' of shape " + variable.shape() + " takes "
                        + expected + " bytes, not " + bytes.length);
            }
        });
        lock.writeLock().lock();
        try {
            requireNotClosed();
            access.write(session, values);
            replacements.incrementAndGet();
            byte[] step = values.get(TrainingStep.STEP);
            if (step != null) {
                steps.set(bytes(step).getLong());
            }
            byte[] count = values.get(Averages.COUNT);
            if (count != null) {
                averaged.set(bytes(count).getLong());
            }
            byte[] set = values.get(TrainingStep.LEARNING_RATE);
            if (set != null) {
                rate = decimal(bytes(set).getFloat());
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** How often variables were replaced: what was read of them before may be out of date where the number is another one. */
    public long replacements() {
        return replacements.get();
    }

    /** Averages of weights that are replaced start anew from these. */
    private Map<String, byte[]> withAverages(Map<String, byte[]> named) {
        if (!plan.averaged()) {
            return named;
        }
        Map<String, byte[]> all = new LinkedHashMap<>(named);
        weights().stream()
                .map(Variable::name)
                .filter(named::containsKey)
                .forEach(name -> all.putIfAbsent(Variable.averageOf(name), named.get(name)));
        if (all.size() > named.size() && averages.isPresent()) {
            all.putIfAbsent(Averages.COUNT, new byte[Long.BYTES]);
        }
        return all;
    }

    /** Keeps steps and snapshots apart: a step changes one variable after another, and a snapshot must not see some of it. */
    private <R> R stepping(Supplier<R> run) {
        stepLock.lock();
        try {
            return run.get();
        } finally {
            stepLock.unlock();
        }
    }

    private <R> R running(Supplier<R> run) {
        lock.readLock().lock();
        try {
            requireNotClosed();
            return run.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * Does nothing while the engine can be used.
     *
     * @throws IllegalStateException if it is closed
     */
    public void requireOpen() {
        running(() -> this);
    }

    private void requireNotClosed() {
        if (closed) {
            throw new IllegalStateException("this model of " + plan.name() + " is closed");
        }
    }

    /** Frees the native memory; waits for runs in flight. A second call does nothing. */
    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                session.close();
                graph.close();
                lossScale.ifPresent(LossScale::close);
                batchNumber.ifPresent(BatchNumber::close);
                releaseZeros();
                clearStepRate();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
