package io.regulus.ops;

import io.regulus.ops.Initializers.Initializer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;

/**
 * One pass through a network while its graph is built: either training, with dropout and batch statistics, or inference,
 * without. It hands out the variables and gathers what belongs to the step as a whole.
 */
public final class Pass {
    private final Ops tf;
    private final Variables variables;
    private final boolean training;
    private final boolean averaged;
    private final Optional<Operand<TFloat32>> refreshed;
    private final Optional<Operand<TInt64>> sample;
    private final Method method;
    private final StepNumbers numbers;
    private final MovingStatistics statistics;
    private final Cuts cuts;
    private final List<Weight> weights = new ArrayList<>();
    private final List<LayerOutput> layers = new ArrayList<>();
    private final List<Lookup> lookups = new ArrayList<>();
    private final List<Operand<TFloat32>> activityPenalties = new ArrayList<>();
    private final List<Function<Ops, Op>> updates = new ArrayList<>();
    private Optional<BatchOfStep> batchOfStep = Optional.empty();
    private Optional<Operand<TFloat32>> rowWeights = Optional.empty();
    private Optional<Mixing> mixing = Optional.empty();
    private final Map<String, Operand<TFloat32>> attackable = new LinkedHashMap<>();
    private Optional<Again> again = Optional.empty();
    /** What the weights are moved by, in a run of the layers where they are. */
    private Optional<List<StepGradients.Gradient>> displacements = Optional.empty();

    private Map<String, Operand<TFloat32>> softTargets = Map.of();
    private final Map<String, Operand<TFloat32>> products = new HashMap<>();
    private boolean drew;

    /**
     * A second run of the layers.
     *
     * @param inputs what they read, by name of the input
     * @param draws what its draws are called by, beside their own names; empty for the same draws as in the first
     */
    private record Again(Map<String, Operand<TFloat32>> inputs, String draws) {}

    /**
     * How a pass computes what it computes.
     *
     * @param lossScale what the loss is multiplied by while its gradients are computed
     * @param kernels whether the native kernels are to be used; they compute the same
     * @param threads threads within a native kernel, at least 1
     * @param mixed whether TensorFlow will rewrite what it can to 16 bits
     * @param shard which rows of a batch it sees
     */
    public record Method(
            Optional<Operand<TFloat32>> lossScale, boolean kernels, int threads, boolean mixed, Shard shard) {
        /** TensorFlow's own ops, the loss as it is, the whole batch. */
        public static final Method PLAIN = new Method(Optional.empty(), false, 1, false, new WholeBatch());

        /** The same on some rows of a batch. */
        public Method with(Shard rows) {
            return new Method(lossScale, kernels, threads, mixed, rows);
        }
    }

    private Pass(
            Ops tf,
            Variables variables,
            boolean training,
            boolean averaged,
            Optional<Operand<TFloat32>> refreshed,
            Optional<Operand<TInt64>> sample,
            Method method) {
        this.tf = tf;
        this.variables = variables;
        this.training = training;
        this.averaged = averaged;
        this.refreshed = refreshed;
        this.sample = sample;
        this.method = method;
        this.numbers = new StepNumbers(tf, variables);
        this.statistics = new MovingStatistics(tf);
        this.cuts = new Cuts(tf);
    }

    /** A training pass. */
    public static Pass training(Ops tf, Variables variables, Method method) {
        return new Pass(tf, variables, true, false, Optional.empty(), Optional.empty(), method);
    }

    /** An inference pass with the weights themselves. */
    public static Pass inference(Ops tf, Variables variables) {
        return inference(tf, variables, false);
    }

    /**
     * An inference pass.
     *
     * @param averaged whether it reads the moving averages of weights and statistics in their place
     */
    public static Pass inference(Ops tf, Variables variables, boolean averaged) {
        return new Pass(tf, variables, false, averaged, Optional.empty(), Optional.empty(), Method.PLAIN);
    }

    /**
     * A pass like that of inference, but for norms, which use the statistics of the batch and move their own towards them.
     *
     * @param averaged whether it reads and moves the averages
     * @param share how far statistics move: 1 in the first batch, 1 / 2 in the second and so on give their mean
     * @param shard which rows of a batch it sees
     */
    public static Pass refreshing(Ops tf, Variables variables, boolean averaged, Operand<TFloat32> share, Shard shard) {
        return new Pass(tf, variables, false, averaged, Optional.of(share), Optional.empty(), Method.PLAIN.with(shard));
    }

    /**
     * A pass like that of inference, but with the noise of layers on: one sample of what the network may say. What happens to inputs in
     * training does not happen in it.
     *
     * @param averaged whether it reads the moving averages of weights and statistics in their place
     * @param number of the sample, a scalar, from which it draws as training does from the step
     * @param shard which rows of the data it sees
     */
    public static Pass sample(Ops tf, Variables variables, boolean averaged, Operand<TInt64> number, Shard shard) {
        return new Pass(
                tf, variables, false, averaged, Optional.empty(), Optional.of(number), Method.PLAIN.with(shard));
    }

    /** Whether norms use the statistics of the batch. */
    boolean batchStatistics() {
        return training || refreshed.isPresent();
    }

    /** How far a moving statistic moves towards that of the batch, a scalar; of a pass that uses the batch's. */
    Operand<TFloat32> statisticShare(double momentum) {
        return refreshed.orElseGet(() -> tf.constant((float) (1 - momentum)));
    }

    /** The ops that move statistics, for a pass that refreshes them. */
    public List<Op> statisticUpdates() {
        return statisticUpdates(tf);
    }

    /** The same, under the control of a step. */
    List<Op> statisticUpdates(Ops sound) {
        return statistics.updates(sound);
    }

    /** The same pass, of a step that takes several batches. */
    public Pass accumulating(BatchOfStep batch) {
        batchOfStep = Optional.of(batch);
        return this;
    }

    /** Which batch of its step it is on; empty where a step is one batch. */
    Optional<BatchOfStep> batchOfStep() {
        return batchOfStep;
    }

    /** The same pass, in whose loss a row counts as much as its weight says. */
    public Pass weighing(Operand<TFloat32> weights) {
        rowWeights = Optional.of(weights);
        return this;
    }

    /** The same pass, which is told what a teacher says of the rows, by name of the output. */
    public Pass taught(Map<String, Operand<TFloat32>> byOutput) {
        softTargets = byOutput;
        return this;
    }

    /** What a teacher says of the rows, [rows, outputs]: probabilities or values. */
    Operand<TFloat32> softTarget(String output) {
        return softTargets.get(output);
    }

    /** What the rows count in the loss, [rows]; empty where they all count the same. */
    Optional<Operand<TFloat32>> rowWeights() {
        return rowWeights;
    }

    /** Notes that the rows of the batch are mixed, and their targets with them. */
    void mixing(Mixing rows) {
        mixing = Optional.of(rows);
    }

    /** How the rows of the batch are mixed; empty where they are not. */
    Optional<Mixing> mixing() {
        return mixing;
    }

    /**
     * An input of a network whose layers run twice in a step, as they read it.
     *
     * @param input its name
     * @param x makes it of what is fed
     * @return what it makes; in a second run of the layers the same, or as an attack changed it
     */
    public Operand<TFloat32> attackable(String input, Supplier<Operand<TFloat32>> x) {
        return again.map(second -> second.inputs().get(input))
                .orElseGet(() -> attackable.computeIfAbsent(input, any -> x.get()));
    }

    /** The inputs that can be attacked, by name. */
    Map<String, Operand<TFloat32>> attackable() {
        return attackable;
    }

    /** Runs the layers once more, on other inputs, with the same masks; what the inputs are is noted by the first run. */
    <R> R again(Map<String, Operand<TFloat32>> inputs, Supplier<R> run) {
        return again(new Again(inputs, ""), run);
    }

    /** Runs the layers once more, on the same inputs, with masks of their own that the name tells from those of the first run. */
    <R> R redrawn(String name, Supplier<R> run) {
        return again(new Again(attackable, name), run);
    }

    /**
     * Runs the layers once more, on the same inputs with the same masks, at other weights: what is noted of readings, penalties on activities and cuts is of
     * this run then, and moving statistics do not follow it.
     *
     * @param by what the weights are moved by, or rows of tables; weights that are not there stay
     * @param run declares the layers anew
     */
    <R> R displaced(List<StepGradients.Gradient> by, Supplier<R> run) {
        displacements = Optional.of(by);
        lookups.clear();
        activityPenalties.clear();
        cuts.forget();
        try {
            return again(new Again(attackable, ""), run);
        } finally {
            displacements = Optional.empty();
        }
    }

    /** Whether the layers run where their weights are not. */
    boolean isDisplaced() {
        return displacements.isPresent();
    }

    /** What a weight is moved by. */
    private Optional<StepGradients.Gradient> displacement(String name) {
        return displacements.flatMap(all ->
                all.stream().filter(one -> one.weight().name().equals(name)).findFirst());
    }

    /** What was read of a table, moved where the table is. */
    Operand<TFloat32> displacedRead(Weight table, Operand<TInt32> ids, Operand<TFloat32> read) {
        return displacement(table.name())
                .<Operand<TFloat32>>map(
                        moved -> tf.math.add(read, moved.rows().orElseThrow().pick(tf, moved.value(), ids)))
                .orElse(read);
    }

    private <R> R again(Again second, Supplier<R> run) {
        again = Optional.of(second);
        try {
            return run.get();
        } finally {
            again = Optional.empty();
        }
    }

    /** What the loss is multiplied by while its gradients are computed. */
    Optional<Operand<TFloat32>> lossScale() {
        return method.lossScale();
    }

    /** Which rows of the batch it sees. */
    Shard shard() {
        return method.shard();
    }

    /** Whether native kernels may be added that take a batch as a whole. */
    boolean kernelsOfBatch() {
        return kernels() && shard().isWhole();
    }

    /** Whether ops of the native kernels may be added. */
    boolean kernels() {
        return method.kernels();
    }

    /**
     * Whether the native batch norm is to be used on x. Not between convolutions in 16 bits: the kernel takes float32, and
     * turning images into it and back costs more than it saves.
     */
    boolean kernelNorm(Operand<TFloat32> x) {
        boolean images = x.shape().numDimensions() > 2;
        return training && kernelsOfBatch() && !(method.mixed() && images);
    }

    /** Whether what is added may be computed in 16 bits. */
    boolean mixed() {
        return method.mixed();
    }

    /** Whether what is added may be computed in float16, which ends at 65504; bfloat16 has the range of float32 and needs no loss scale. */
    boolean half() {
        return method.mixed() && method.lossScale().isPresent();
    }

    /** Threads within such an op. */
    int kernelThreads() {
        return method.threads();
    }

    /** Where ops are added. */
    public Ops tf() {
        return tf;
    }

    /** Whether the noise of layers acts, such as dropout. */
    boolean noisy() {
        return training || sample.isPresent();
    }

    /** Whether anything was drawn so far. */
    public boolean drew() {
        return drew;
    }

    /** Whether this is a pass of training. */
    public boolean training() {
        return training;
    }

    /** Kernel of a layer. */
    public Weight kernel(String name, Initializer initializer, long... shape) {
        return drawn(name, Role.KERNEL, initializer, shape);
    }

    /** A weight of any role that is drawn. */
    Weight drawn(String name, Role role, Initializer initializer, long... shape) {
        long seed = Seeds.of(variables.seed(), name);
        return weight(name, role, Shape.of(shape), ops -> initializer.value(ops, Shape.of(shape), seed));
    }

    /** Table of an embedding, [vocabulary, units]. */
    public Weight embedding(String name, Initializer initializer, long... shape) {
        return drawn(name, Role.EMBEDDING, initializer, shape);
    }

    /** What a recurrent layer multiplies its own last output by. */
    Weight recurrentKernel(String name, Initializer initializer, long... shape) {
        return drawn(name, Role.RECURRENT_KERNEL, initializer, shape);
    }

    /** Bias of a shape and a start of its own. */
    Weight bias(String name, Shape shape, Function<Ops, Operand<TFloat32>> initial) {
        return weight(name, Role.BIAS, shape, initial);
    }

    /** Bias of a layer; starts at zero. */
    public Weight bias(String name, long size) {
        return constant(name, Role.BIAS, size, 0);
    }

    /** Scale of a norm; starts at one. */
    public Weight scale(String name, long size) {
        return constant(name, Role.SCALE, size, 1);
    }

    /** Scale that is drawn. */
    public Weight scale(String name, Initializer initializer, long... shape) {
        return drawn(name, Role.SCALE, initializer, shape);
    }

    /** Scale that starts elsewhere. */
    Weight scale(String name, long size, Function<Ops, Operand<TFloat32>> initial) {
        return weight(name, Role.SCALE, Shape.of(size), initial);
    }

    /** Shift of a norm; starts at zero. */
    public Weight shift(String name, long size) {
        return constant(name, Role.SHIFT, size, 0);
    }

    /** Moving statistic of a norm. */
    public Weight statistic(String name, long size, float initial) {
        return constant(name, Role.STATISTIC, size, initial);
    }

    /** Slot of an optimizer for a weight, of its shape. */
    Weight slot(Weight weight, String name, float initial) {
        Shape shape = weight.shape();
        return weight(weight.name() + "/" + name, Role.STATE, shape, Initializers.constant(shape, initial));
    }

    private Weight constant(String name, Role role, long size, float initial) {
        Shape shape = Shape.of(size);
        return weight(name, role, shape, Initializers.constant(shape, initial));
    }

    private Weight weight(String name, Role role, Shape shape, Function<Ops, Operand<TFloat32>> initial) {
        Variable<TFloat32> variable = new Variable<>(name, TFloat32.class, shape, role, initial);
        boolean ofNetwork = role.isOfNetwork();
        if (ofNetwork && displacements.isPresent()) {
            return displaced(name);
        }
        Weight weight = declared(averaged && ofNetwork ? variable.average() : variable);
        if (ofNetwork) {
            weights.add(weight);
        }
        return weight;
    }

    /** A weight that was declared before, moved where it is; of a table the rows are when they are read. */
    private Weight displaced(String name) {
        Weight known = weights.stream()
                .filter(weight -> weight.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " was not there in the first run"));
        return displacement(name)
                .filter(moved -> moved.rows().isEmpty())
                .map(moved -> known.at(tf.math.add(known, moved.value())))
                .orElse(known);
    }

    private Weight declared(Variable<TFloat32> variable) {
        return new Weight(tf, variable, variables.declare(tf, variable));
    }

    /** The weights and moving statistics of this pass. */
    List<Weight> weights() {
        return Collections.unmodifiableList(weights);
    }

    /** The moving average of a weight. */
    Weight average(Weight weight) {
        return declared(weight.variable().average());
    }

    /** Number of steps done before this one; a variable, so that a resumed run goes on where it stopped. */
    StepNumbers.Scalar<TInt64> step() {
        return numbers.step();
    }

    /**
     * base^t, t the number of this step, counted from 1; all weights share it. In double precision, from the base as the float
     * that kernels use: only then is 1 - base^t in step 1 exactly a kernel's 1 - base. A function of the step, there is no
     * second copy of the state to get out of step.
     */
    Operand<TFloat32> power(double base) {
        return numbers.power(base);
    }

    /**
     * A number that every step multiplies by a factor of its own, starting at 1: a variable, of which a step sees what it makes of it.
     *
     * @param name such as {@code "training/momentum_product"}; of one name there is one, whoever asks for it
     * @param factor of this step, a scalar
     */
    Operand<TFloat32> product(String name, Operand<TFloat32> factor) {
        return products.computeIfAbsent(name, any -> {
            Weight before = weight(name, Role.STATE, Shape.scalar(), ops -> ops.constant(1f));
            Operand<TFloat32> product = tf.math.mul(before, factor);
            updates.add(sound -> sound.assignVariableOp(before.handle(), product));
            return product;
        });
    }

    /** The learning rate: a variable, never a constant of the graph. */
    StepNumbers.Scalar<TFloat32> learningRate(double initial) {
        return numbers.learningRate(initial);
    }

    /**
     * What random draws of a batch depend on: the model's seed, a name and the step, or which of all batches it is where a step takes several, or
     * the number of the sample.
     */
    Operand<TInt64> drawKey(String name) {
        drew = true;
        String drawn = again.map(Again::draws)
                .filter(run -> !run.isEmpty())
                .map(run -> name + "/" + run)
                .orElse(name);
        // no sample draws what a step of training has drawn
        return sample.map(number -> key(drawn + "/sample", number)).orElseGet(() -> key(drawn, drawNumber()));
    }

    private Operand<TInt64> key(String name, Operand<TInt64> number) {
        return tf.stack(List.of(tf.constant(Seeds.of(variables.seed(), name)), number));
    }

    private Operand<TInt64> drawNumber() {
        Operand<TInt64> number = step().value();
        return batchOfStep
                .<Operand<TInt64>>map(batch ->
                        tf.math.add(tf.math.mul(number, tf.constant((long) batch.batches())), batch.number()))
                .orElse(number);
    }

    /**
     * Output of a layer.
     *
     * @param name the field
     * @param operations what it does, in words
     * @param output its output
     */
    public record LayerOutput(String name, String operations, Operand<TFloat32> output) {}

    /**
     * Registers the output of a layer in its first run: for the summary, and so that the first one that is not finite can be
     * named.
     */
    public Operand<TFloat32> layer(String name, String operations, Operand<TFloat32> output) {
        if (again.isEmpty()) {
            layers.add(new LayerOutput(name, operations, output));
        }
        return output;
    }

    /** The layers, in the order they were built. */
    public List<LayerOutput> layers() {
        return Collections.unmodifiableList(layers);
    }

    /**
     * Adds a penalty on what a layer gives, of the rows as they are: those that an attack has changed are none of its rows, and what is drawn
     * together is penalised once.
     *
     * @param value this process's part of it, a scalar
     */
    void penalise(Operand<TFloat32> value) {
        if (again.isEmpty() || displacements.isPresent()) {
            activityPenalties.add(value);
        }
    }

    /** The penalties on what layers give. */
    List<Operand<TFloat32>> activityPenalties() {
        return activityPenalties;
    }

    /** Their sum, this process's part of it; empty where there is none. */
    public Optional<Operand<TFloat32>> activityPenalty() {
        return activityPenalties.isEmpty() ? Optional.empty() : Optional.of(tf.math.addN(activityPenalties));
    }

    /** Notes a reading of rows of a table. */
    void lookedUp(Lookup lookup) {
        lookups.add(lookup);
    }

    /** The readings of a table in this pass; none of a weight that is read as a whole. */
    List<Lookup> lookups(Weight table) {
        return lookups.stream().filter(lookup -> lookup.table() == table).toList();
    }

    /**
     * Gives a value a gradient of its own: {@link #gradients} goes from the value to the inputs by the function, whatever the
     * value is made with.
     *
     * @param value computed from the inputs
     * @param inputs what it has gradients by
     * @param gradient from the gradient by the value to one by each input
     * @return the value, to be used in its place
     */
    Operand<TFloat32> cut(
            Operand<TFloat32> value,
            List<Operand<TFloat32>> inputs,
            Function<Operand<TFloat32>, List<Operand<TFloat32>>> gradient) {
        return training ? cuts.cut(value, inputs, gradient) : value;
    }

    /**
     * Gradients of this pass, across the {@link #cut cuts} too.
     *
     * @param outputs what is differentiated
     * @param upstream gradient of each output
     * @param inputs by what; some output depends on each of them, and on every cut
     * @return a gradient per input
     */
    List<Operand<TFloat32>> gradients(
            List<Operand<TFloat32>> outputs,
            List<Operand<TFloat32>> upstream,
            List<? extends Operand<TFloat32>> inputs) {
        return cuts.gradients(outputs, upstream, inputs);
    }

    /** Value of a moving statistic after what this pass has moved it by so far: of a layer that is used twice, by the first use. */
    Operand<TFloat32> moving(Weight statistic) {
        return statistics.value(statistic);
    }

    /** Takes a change off a moving statistic when the batch is known to be sound; the changes of several uses are taken off at once. */
    void move(Weight statistic, Operand<TFloat32> change) {
        if (displacements.isEmpty()) {
            statistics.move(statistic, change);
        }
    }

    /** The updates that belong to the step, but those of statistics; to be built under the step's control. */
    List<Function<Ops, Op>> updates() {
        return updates;
    }
}
