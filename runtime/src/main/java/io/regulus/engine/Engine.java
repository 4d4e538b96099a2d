package io.regulus.engine;

import io.regulus.ops.NonFinite;
import io.regulus.ops.Pass;
import io.regulus.ops.Penalty;
import io.regulus.ops.TrainingStep;
import io.regulus.ops.Variable;
import io.regulus.ops.Variables;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TNumber;

/**
 * A network's graph and session: it trains a batch, predicts a batch, reads and replaces variables. Owns native memory
 * until closed.
 *
 * <p>Any number of threads may predict at a time. Replacing variables and closing wait for runs in flight and keep new ones
 * out. One thread at a time may train; the caller sees to that.
 */
public final class Engine implements AutoCloseable {
    private final Blueprint<?, ?> blueprint;
    private final Graph graph;
    private final Session session;
    private final Variables variables;
    private final VariableStore store;
    private final Placeholder<?> input;
    private final Placeholder<?> target;
    private final TrainingStep training;
    private final Blueprint.Inference inference;
    private final FiniteChecks finiteChecks;
    private final List<Pass.LayerOutput> layers;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    /**
     * Builds the graph and initialises every variable.
     *
     * @throws MissingNativesException if TensorFlow's native library is not there
     */
    public static Engine of(Blueprint<?, ?> blueprint, Settings settings) {
        Natives.load();
        return build(blueprint, settings);
    }

    private static <I extends TNumber, T extends TNumber> Engine build(Blueprint<I, T> blueprint, Settings settings) {
        Graph graph = new Graph();
        try {
            return new Engine(blueprint, settings, graph);
        } catch (RuntimeException | Error failure) {
            graph.close();
            throw failure;
        }
    }

    private <I extends TNumber, T extends TNumber> Engine(Blueprint<I, T> blueprint, Settings settings, Graph graph) {
        this.blueprint = blueprint;
        this.graph = graph;
        Ops tf = Ops.create(graph);
        variables = new Variables(settings.seed());
        Placeholder<I> in = Ports.input(tf, blueprint);
        Placeholder<T> out = Ports.target(tf, blueprint);
        input = in;
        target = out;
        Ops trainingScope = tf.withSubScope("training");
        Pass pass = Pass.training(trainingScope, variables);
        training = blueprint.training(pass, in, out);
        inference = blueprint.inference(Pass.inference(tf.withSubScope("inference"), variables), in, out);
        layers = pass.layers();
        finiteChecks = new FiniteChecks(trainingScope, layers, training);
        store = new VariableStore(tf.withSubScope("variables"), variables);
        session = new Session(graph, config(settings));
        try {
            store.initialise(session);
        } catch (RuntimeException | Error failure) {
            session.close();
            throw failure;
        }
    }

    private static ConfigProto config(Settings settings) {
        return ConfigProto.newBuilder()
                .setIntraOpParallelismThreads(settings.intraOpThreads())
                .setInterOpParallelismThreads(settings.interOpThreads())
                .build();
    }

    /** The network this engine runs. */
    public Blueprint<?, ?> blueprint() {
        return blueprint;
    }

    /** The layers, in the order they run. */
    public List<Pass.LayerOutput> layers() {
        return layers;
    }

    /** The penalty's terms. */
    public List<Penalty.Term> penaltyTerms() {
        return training.terms();
    }

    /** Names of the weights under decoupled decay. */
    public List<String> decayed() {
        return training.decayed();
    }

    /** The seed of initial values and dropout masks. */
    public long seed() {
        return variables.seed();
    }

    /** Tensors for batches of a size; the caller closes them. */
    public BatchBuffer buffer(int rows) {
        return new BatchBuffer(blueprint, rows);
    }

    /**
     * What one run said of a batch.
     *
     * @param loss data loss, the mean over the rows
     * @param penalty all penalty terms; NaN where not asked for
     */
    public record Outcome(float loss, float penalty) {}

    /**
     * Takes one step; the network's outputs for the batch, dropout on, are left in the buffer.
     *
     * @param withPenalty whether to compute the penalty's value too
     * @throws NonFiniteException if the loss or a gradient is not finite; nothing has changed then
     */
    public Outcome train(BatchBuffer batch, boolean withPenalty) {
        return running(() -> {
            Session.Runner runner = feed(batch)
                    .addTarget(training.update())
                    .fetch(training.loss())
                    .fetch(training.outputs());
            if (withPenalty) {
                runner.fetch(training.penalty());
            }
            try (Result result = runner.run()) {
                return outcome(result, batch);
            } catch (TFInvalidArgumentException failure) {
                if (NonFinite.caused(failure)) {
                    throw nonFinite(batch, failure);
                }
                throw failure;
            }
        });
    }

    /** Evaluates a batch; the network's outputs are left in the buffer. */
    public Outcome evaluate(BatchBuffer batch) {
        return running(() -> {
            Session.Runner runner = feed(batch).fetch(inference.loss()).fetch(inference.outputs());
            try (Result result = runner.run()) {
                return outcome(result, batch);
            }
        });
    }

    /** Predicts a batch; the predictions are left in the buffer. Targets are not needed. */
    public void predict(BatchBuffer batch) {
        running(() -> {
            Session.Runner runner =
                    session.runner().feed(input, batch.input().tensor()).fetch(inference.predictions());
            try (Result result = runner.run()) {
                read(result, 0, batch.outputs());
                return batch;
            }
        });
    }

    /** The penalty of the weights as they are. */
    public double penalty() {
        return running(() -> {
            try (Result result = session.runner().fetch(inference.penalty()).run()) {
                return (double) ((TFloat32) result.get(0)).getFloat();
            }
        });
    }

    private Session.Runner feed(BatchBuffer batch) {
        return session.runner()
                .feed(input, batch.input().tensor())
                .feed(target, batch.target().tensor());
    }

    private static Outcome outcome(Result result, BatchBuffer batch) {
        read(result, 1, batch.outputs());
        float penalty = result.size() > 2 ? ((TFloat32) result.get(2)).getFloat() : Float.NaN;
        return new Outcome(((TFloat32) result.get(0)).getFloat(), penalty);
    }

    private static void read(Result result, int index, float[] into) {
        result.get(index).asRawTensor().data().asFloats().read(into);
    }

    private NonFiniteException nonFinite(BatchBuffer batch, TFInvalidArgumentException failure) {
        long step = step() + 1;
        String layer;
        String what;
        int badInput = batch.input().firstNonFinite();
        int badTarget = batch.target().firstNonFinite();
        if (badInput >= 0) {
            layer = "input";
            what = "row " + badInput / blueprint.input().rowLength() + " of the batch holds a NaN or infinite feature";
        } else if (badTarget >= 0) {
            layer = "target";
            what = "row " + badTarget / blueprint.target().outputs() + " of the batch has a NaN or infinite target";
        } else {
            Optional<String> output = finiteChecks.firstOutput(feed(batch));
            Optional<String> gradient = output.isPresent() ? Optional.empty() : finiteChecks.lastGradient(feed(batch));
            layer = output.or(() -> gradient.map(name -> name.substring(0, name.indexOf('/'))))
                    .orElse("loss");
            what = output.map(name -> "layer '" + name + "' is the first whose output is NaN or infinite")
                    .or(() -> gradient.map(name -> "the gradient of '" + name + "' is NaN or infinite"))
                    .orElse("every layer's output is finite, the loss computed from them is not");
        }
        String message = "training stopped in step " + step + ": " + what + ". The weights of the step before are kept."
                + (layer.equals("input") || layer.equals("target")
                        ? " Clean the data."
                        : " A lower learning rate, scaled inputs or a smaller penalty usually help.");
        return new NonFiniteException(step, layer, message, failure);
    }

    /** Number of steps taken over the life of the model. */
    public long step() {
        return bytes(readVariables(List.of(TrainingStep.STEP)).get(TrainingStep.STEP))
                .getLong();
    }

    /** The current learning rate. */
    public double learningRate() {
        return bytes(readVariables(List.of(TrainingStep.LEARNING_RATE)).get(TrainingStep.LEARNING_RATE))
                .getFloat();
    }

    /** Sets the learning rate from the next step on. */
    public void learningRate(double rate) {
        byte[] value = new byte[Float.BYTES];
        bytes(value).putFloat((float) rate);
        writeVariables(Map.of(TrainingStep.LEARNING_RATE, value));
    }

    /** A view in the order of bytes that variables are read and written in. */
    public static ByteBuffer bytes(byte[] value) {
        return ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Every variable, the training state included. */
    public Collection<Variable<?>> variables() {
        return variables.all();
    }

    /** Values of the named variables, all of one moment, as little-endian bytes. */
    public Map<String, byte[]> readVariables(Collection<String> names) {
        return running(() -> store.read(session, names));
    }

    /**
     * Replaces variables, all or none; waits for runs in flight.
     *
     * @throws IllegalArgumentException if a name is unknown or a value has another size
     */
    public void writeVariables(Map<String, byte[]> values) {
        values.forEach((name, bytes) -> {
            Variable<?> variable = store.variable(name);
            long expected = variable.size() * (variable.type() == TFloat32.class ? Float.BYTES : Long.BYTES);
            if (bytes.length != expected) {
                throw new IllegalArgumentException("variable '" + name + "' of shape " + variable.shape() + " takes "
                        + expected + " bytes, not " + bytes.length);
            }
        });
        lock.writeLock().lock();
        try {
            requireOpen();
            store.write(session, values);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private <R> R running(Supplier<R> run) {
        lock.readLock().lock();
        try {
            requireOpen();
            return run.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this model of " + blueprint.name() + " is closed");
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
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
