package io.regulus.engine;

import io.regulus.data.Dataset;
import io.regulus.ops.Pass;
import io.regulus.ops.Variables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GraphDef;

/**
 * A network's graph and session. It takes {@linkplain #training steps}, {@linkplain #inference predicts}, has {@linkplain #state variables} that are
 * read and replaced, and an {@linkplain #upkeep upkeep} between steps. Owns native memory until closed.
 *
 * <p>Any number of threads may predict at a time, also during a step. Replacing variables and closing wait for runs in flight and keep new ones
 * out. One thread at a time may train; the caller sees to that.
 */
public final class Engine implements AutoCloseable {
    private final NetworkPlan plan;
    private final Ports ports;
    private final Devices devices;
    private final boolean manyRuns;
    private final boolean kernels;
    private final Runs runs;
    private final Group group;
    private final LiveState state;
    private final Training training;
    private final Inference inference;
    private final Upkeep upkeep;

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
            Session session = session(graph, settings, SessionConfig.of(settings, threads, plan.precision(), devices));
            try {
                return new Engine(plan, settings, threads, devices, new Runs(plan.name(), graph, session));
            } catch (RuntimeException | Error failure) {
                session.close();
                throw failure;
            }
        } catch (RuntimeException | Error failure) {
            graph.close();
            throw failure;
        }
    }

    private static Session session(Graph graph, Settings settings, ConfigProto config) {
        return settings.group()
                .filter(several -> several.size() > 1)
                .map(several -> several.sessions().open(graph, config))
                .orElseGet(() -> new Session(graph, config));
    }

    private Engine(NetworkPlan plan, Settings settings, Threads threads, Devices devices, Runs runs) {
        this.plan = plan;
        this.devices = devices;
        this.runs = runs;
        manyRuns = threads.manyRuns() && !devices.gpu();
        kernels = settings.kernels() && !devices.gpu() && NativeKernels.available();
        Ops tf = Ops.create(runs.graph());
        Variables variables = new Variables(settings.seed());
        ports = Ports.of(tf, plan);
        group = new Group(tf, runs, settings.group(), devices.gpu(), variables);
        Parts parts = new Parts(plan, tf, variables, ports, runs, group, new Mirrors());
        state = new LiveState(parts);
        training = new Training(parts, state, new Training.Method(kernels, threads.ofKernels(), devices.gpu()));
        try {
            upkeep = new Upkeep(parts);
            inference = new Inference(parts);
            Op initial = VariableStore.initial(tf.withSubScope("initial"), variables);
            runs.session().run(initial);
        } catch (RuntimeException | Error failure) {
            training.free();
            throw failure;
        }
    }

    /** The network this engine runs. */
    public NetworkPlan plan() {
        return plan;
    }

    /** What changes its weights. */
    public Training training() {
        return training;
    }

    /** What it says of batches. */
    public Inference inference() {
        return inference;
    }

    /** Its variables. */
    public LiveState state() {
        return state;
    }

    /** What is brought up to date between steps. */
    public Upkeep upkeep() {
        return upkeep;
    }

    /** What the network reads, as its passes read it, by name of the input. */
    public Map<String, Operand<?>> inputs() {
        return ports.inputs();
    }

    /** The layers, in the order they run. */
    public List<Pass.LayerOutput> layers() {
        return training.layers();
    }

    /** What its weights cost. */
    public Penalties penalties() {
        return training.penalties();
    }

    /** Tensors for batches of so many rows of this data; the caller closes them. */
    public BatchBuffer buffer(Dataset data, int rows) {
        return new BatchBuffer(plan, rows, data);
    }

    /** The graph of all that has been asked for so far. */
    public GraphDef graph() {
        return runs.running(() -> runs.graph().toGraphDef());
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
        return group.members();
    }

    /**
     * What every process of the group has to say, by rank, this one too; all of them ask at the same time. Of a process alone what it says.
     *
     * @param said at most 2^31 bytes over all processes
     */
    public List<byte[]> gather(byte[] said) {
        return group.gather(said);
    }

    /**
     * Gives all processes of the group the same weights, statistics and optimizer slots: those of the first one, or their mean where
     * weights are averaged; all of them ask at the same time. Equal they are anyway where gradients are added up, but for what processors of several
     * kinds round differently.
     */
    public void meet() {
        group.meet();
    }

    /**
     * Does nothing while the engine can be used.
     *
     * @throws IllegalStateException if it is closed
     */
    public void requireOpen() {
        runs.running(() -> this);
    }

    /** Frees the native memory; waits for runs in flight. A second call does nothing. */
    @Override
    public void close() {
        runs.close(training::free);
    }
}
