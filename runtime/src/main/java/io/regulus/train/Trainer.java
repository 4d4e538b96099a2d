package io.regulus.train;

import io.regulus.data.DataStream;
import io.regulus.data.Dataset;
import io.regulus.data.Order;
import io.regulus.data.Splitter;
import io.regulus.engine.BatchBuffer;
import io.regulus.engine.Engine;
import io.regulus.engine.InputPort;
import io.regulus.engine.Placement;
import io.regulus.engine.ProcessGroup;
import io.regulus.engine.Training;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Trains, evaluates and asks the network of an engine, with data that is checked first. One thread at a time may train;
 * evaluation and prediction may run beside it.
 */
public final class Trainer implements AutoCloseable {
    /** Rows that are run to see where ops are placed: the number does not matter, the memory of many would. */
    private static final int PLACED_ROWS = 32;

    private static final String NO_DATA = "the training data is null; give some";

    private final Engine engine;
    private final FitPlan plan;
    private final Attachments attachments;
    private final DataCheck check;
    private final Evaluator evaluator;
    private final Adaptation adaptation;
    private final long rowLength;
    private final ReentrantLock training = new ReentrantLock();
    private final ClassNames classNames;
    private final Lessons lessons;

    private BatchBuffer single;

    /**
     * For the network of an engine, which stays the caller's to close.
     *
     * @param plan how the class says that it is to be fitted
     * @param attachments texts that belong to the model, stored with a fit and taken from where it was
     */
    public Trainer(Engine engine, FitPlan plan, Attachments attachments) {
        this.engine = engine;
        this.plan = plan;
        this.attachments = attachments;
        this.classNames = new ClassNames(attachments);
        this.check = new DataCheck(engine.plan());
        this.lessons = new Lessons(engine.plan());
        this.evaluator = new Evaluator(engine);
        this.adaptation = new Adaptation(engine);
        this.rowLength =
                engine.plan().inputs().stream().mapToLong(InputPort::rowLength).sum();
    }

    /**
     * Trains.
     *
     * @throws IllegalArgumentException if the data does not fit the network, naming the row
     * @throws io.regulus.engine.NonFiniteException if the loss or a gradient becomes NaN or infinite
     * @throws IllegalStateException if another thread is training
     */
    public History fit(Dataset given, Fit asked) {
        Objects.requireNonNull(given, NO_DATA);
        Fit fit = plan.applyTo(asked);
        check.training("training", given);
        Dataset data = lessons.of(given, fit.teacher());
        fit.validation().ifPresent(validation -> check.training("validation", validation));
        engine.group().ifPresent(group -> requireNoSplit(fit));
        return training(() -> {
            classNames.learn("training", data);
            fit.validation().ifPresent(validation -> classNames.check("validation", validation));
            if (engine.group().isPresent()) {
                return shared(data, fit, engine.group().orElseThrow());
            }
            if (fit.validationSplit() == 0) {
                return run(rows(data, fit), validation(fit), fit);
            }
            Splitter.Split<Dataset> split = data.splitAt(1 - fit.validationSplit());
            return run(rows(split.first(), fit), Optional.of(DatasetRows.inOrder(split.second())), fit);
        });
    }

    /** Trains with the other processes of a group, each on its rows. */
    private History shared(Dataset data, Fit fit, ProcessGroup group) {
        Consensus consensus = new Consensus(engine);
        if (group.averages() && fit.callbacks().stream().anyMatch(Callback::watchesGradients)) {
            throw new IllegalArgumentException(
                    "a callback that watches gradients cannot be used where weights are averaged, averagedEvery = "
                            + group.averagedEvery() + ": each process has gradients of its own");
        }
        consensus.requireSame("what is trained", described(fit));
        long here = fit.validation().map(Dataset::size).orElse(0);
        long rows = 0;
        long validated = 0;
        int validating = 0;
        for (long[] counts : consensus.gather(data.size(), here)) {
            rows += counts[0];
            validated += counts[1];
            validating += counts[1] > 0 ? 1 : 0;
        }
        if (validating != 0 && validating != group.size()) {
            throw new IllegalArgumentException("only " + validating + " of " + group.size()
                    + " processes have rows to validate on: give some to each, or to none");
        }
        LaneRows training = new LaneRows(data, rows, group.size(), group.rank(), fit.shuffle(), fit.seed());
        training.require(fit.batchSize());
        long total = validated;
        return run(training, fit.validation().map(part -> DatasetRows.partOf(part, total)), fit);
    }

    /** What the processes of a group have to have in common: else they would wait for each other in vain, or add up what does not belong together. */
    private String described(Fit fit) {
        return engine.state().name() + " with " + engine.state().hyperparameters() + ", seed "
                + engine.state().seed() + ", kernels "
                + (engine.kernels() ? "on" : "off") + ", GPUs " + (engine.gpus().isEmpty() ? "none" : "used")
                + ", epochs "
                + fit.initialEpoch() + " to " + fit.epochs() + ", batchSize " + fit.batchSize() + ", batches of a step "
                + engine.plan().batchesPerStep() + ", shuffle "
                + fit.shuffle() + ", row seed " + fit.seed() + ", checkpoints "
                + (fit.checkpoints().isPresent() ? "kept" : "none")
                + fit.callbacks().stream()
                        .flatMap(callback -> callback.agreement().stream())
                        .map(words -> ", " + words)
                        .collect(Collectors.joining());
    }

    private void requireNoSplit(Fit fit) {
        if (fit.validationSplit() > 0) {
            throw new IllegalArgumentException("validationSplit = " + fit.validationSplit()
                    + ": rows that several processes share are not split by a share of them; give each some to validate on,"
                    + " with validateOn");
        }
    }

    private void requireAlone(String what) {
        if (engine.group().isPresent()) {
            throw new IllegalStateException(
                    what + " is for a model that trains alone; in a group of processes call fit");
        }
    }

    /**
     * Trains on a stream, whose rows are checked as they come.
     *
     * @throws IllegalArgumentException if the fit splits validation data off, or, when a block comes, if it does not fit the
     *     network
     */
    public History fit(DataStream data, Fit asked) {
        Objects.requireNonNull(data, NO_DATA);
        Fit fit = plan.applyTo(asked);
        requireAlone("fit on a stream");
        if (fit.validationSplit() > 0) {
            throw new IllegalArgumentException(
                    "validationSplit = " + fit.validationSplit()
                            + ": a stream is not split by a share of its rows; fit stream.skip(n) and validate on stream.take(n)");
        }
        fit.validation().ifPresent(validation -> check.training("validation", validation));
        return training(() -> run(training(data, fit), validation(fit), fit));
    }

    private static RowSource rows(Dataset data, Fit fit) {
        return fit.shuffle() ? DatasetRows.shuffled(data, fit.seed()) : DatasetRows.inOrder(data);
    }

    private RowSource training(DataStream data, Fit fit) {
        return new StreamRows(data, "training", rowLength, (role, block, before) -> {
            check.training(role, block, before);
            classNames.learn(role, block);
            if (before == 0) {
                fit.validation().ifPresent(validation -> classNames.check("validation", validation));
            }
            return lessons.of(block, fit.teacher());
        });
    }

    /** Rows that are compared with what was trained on. */
    private RowSource compared(String role, DataStream data) {
        return new StreamRows(data, role, rowLength, (same, block, before) -> {
            check.training(same, block, before);
            classNames.check(same, block);
            return block;
        });
    }

    private Optional<RowSource> validation(Fit fit) {
        Optional<RowSource> rows = fit.validation().map(DatasetRows::inOrder);
        return rows.or(() -> fit.validationStream().map(stream -> compared("validation", stream)));
    }

    /** What is refused before its first step leaves no names behind: those of the right data may be others. */
    private History training(Supplier<History> fit) {
        return exclusively(() -> {
            boolean unnamed = classNames.known().isEmpty();
            long before = engine.state().step();
            try {
                return fit.get();
            } catch (RuntimeException | Error failure) {
                if (unnamed && engine.state().step() == before) {
                    classNames.replace(List.of());
                }
                throw failure;
            }
        });
    }

    private History run(RowSource data, Optional<RowSource> validation, Fit fit) {
        engine.requireOpen();
        return new FitRun(engine, evaluator, adaptation, data, validation, fit).run(attachments);
    }

    /**
     * Learns from the data what the network is told to learn before training.
     *
     * @throws IllegalStateException if it learns nothing so
     */
    public void adapt(Dataset data) {
        check.features("adaptation", data);
        adapt(DatasetRows.inOrder(data));
    }

    /** Learns from a stream, in one pass. */
    public void adapt(DataStream data) {
        adapt(new StreamRows(data, "adaptation", rowLength, (role, block, before) -> {
            check.features(role, block, before);
            return block;
        }));
    }

    private void adapt(RowSource data) {
        exclusively(() -> {
            adaptation.learn(data);
            return data;
        });
    }

    /**
     * Does nothing unless the network has still to learn something before training.
     *
     * @throws IllegalStateException if it has
     */
    public void requireAdapted() {
        adaptation.require();
    }

    /** Takes one step on all rows of the data at once. */
    public BatchResult trainOnBatch(Dataset data) {
        requireAlone("trainOnBatch");
        check.training("batch", data);
        lessons.of(data, Optional.empty());
        return exclusively(() -> {
            engine.requireOpen();
            adaptation.require();
            classNames.learn("batch", data);
            BatchBuffer batch = single(data);
            batch.load(data, Order.sequential(data.size()), 0);
            Training.BatchCost losses = engine.training().trainWithPenalty(batch);
            engine.upkeep().averageNone();
            return new BatchResult(engine.state().step(), losses.loss(), losses.penalty());
        });
    }

    /** The buffer of single batches, kept for as long as they are alike. */
    private BatchBuffer single(Dataset data) {
        if (single == null || !single.fits(data, data.size())) {
            closeSingle();
            single = engine.buffer(data, data.size());
        }
        return single;
    }

    private void closeSingle() {
        if (single != null) {
            single.close();
            single = null;
        }
    }

    /** On which device the ops of a step on this data run; nothing is trained. */
    public Placement placement(Dataset data) {
        requireAlone("placement");
        check.training("batch", data);
        lessons.of(data, Optional.empty());
        adaptation.require();
        int rows = Math.min(data.size(), PLACED_ROWS);
        try (BatchBuffer batch = engine.buffer(data, rows)) {
            batch.load(data, Order.sequential(rows), 0);
            return engine.training().placement(batch);
        }
    }

    /** The gradients of a step on all rows at once, by name of the weight; nothing is trained. */
    public Map<String, float[]> gradients(Dataset data) {
        requireAlone("gradients");
        check.training("batch", data);
        lessons.of(data, Optional.empty());
        adaptation.require();
        try (BatchBuffer batch = engine.buffer(data, data.size())) {
            batch.load(data, Order.sequential(data.size()), 0);
            return engine.training().gradients(batch);
        }
    }

    /** Evaluates without training. */
    public Evaluation evaluate(Dataset data) {
        Objects.requireNonNull(data, "the evaluation data is null; give some");
        check.training("evaluation", data);
        classNames.check("evaluation", data);
        adaptation.require();
        return evaluator.evaluate(DatasetRows.inOrder(data), () -> {});
    }

    /**
     * Evaluates predictions that something else than this network made, such as several networks together: by the loss and the metrics of
     * this one's tasks.
     *
     * @param predictions output by output, a row per row of the data: probabilities of a classifier, values of a regressor
     */
    public Evaluation judge(Dataset data, List<float[][]> predictions) {
        check.training("evaluation", data);
        classNames.check("evaluation", data);
        return evaluator.judge(
                data,
                Outputs.of(engine.plan(), data.size(), predictions),
                engine.penalties().total());
    }

    /** Evaluates on a stream without training. */
    public Evaluation evaluate(DataStream data) {
        adaptation.require();
        return evaluator.evaluate(compared("evaluation", data), () -> {});
    }

    /**
     * Predicts every row.
     *
     * @return per output one row of predictions per row of the data
     */
    public List<float[][]> predict(Dataset data) {
        check.features("prediction", data);
        adaptation.require();
        return evaluator.predict(data);
    }

    /**
     * Predicts every row several times with the noise of layers on.
     *
     * @param passes how many times
     * @return mean and spread, per output one row per row of the data
     * @throws IllegalStateException if the network has no noise
     */
    public List<MonteCarlo<float[][]>> sample(Dataset data, int passes) {
        if (passes < 1) {
            throw new IllegalArgumentException("passes = " + passes + ": must be at least 1, such as 50");
        }
        check.features("prediction", data);
        adaptation.require();
        if (!engine.inference().isNoisy()) {
            throw new IllegalStateException("no layer of " + engine.plan().name()
                    + " has noise, so that every pass would say what predict says. Add a @Dropout, or give the one that is there a p"
                    + " above 0.");
        }
        return evaluator.sample(data, passes);
    }

    private <R> R exclusively(Supplier<R> action) {
        if (training.isHeldByCurrentThread() || !training.tryLock()) {
            throw new IllegalStateException(
                    "the model is being trained already; one fit or trainOnBatch at a time, on any thread or callback");
        }
        try {
            return action.get();
        } finally {
            training.unlock();
        }
    }

    /** Frees what is kept between batches; waits for training to end, which a closed engine sees to. */
    @Override
    public void close() {
        training.lock();
        try {
            closeSingle();
        } finally {
            training.unlock();
        }
        evaluator.close();
    }
}
