package io.regulus.engine;

import io.regulus.ops.Averages;
import io.regulus.ops.TrainingStep;
import io.regulus.ops.Variable;
import io.regulus.ops.Variables;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.tensorflow.types.TFloat32;

/** The variables of a network that lives in a session: which there are, and their values, read and replaced between steps. */
public final class LiveState implements NetworkState {
    private final NetworkPlan plan;
    private final Variables variables;
    private final Runs runs;
    private final Mirrors mirrors;
    private final Later<VariableStore> store;
    private final AtomicLong replacements = new AtomicLong();

    LiveState(Parts parts) {
        this.plan = parts.plan();
        this.variables = parts.variables();
        this.runs = parts.runs();
        this.mirrors = parts.mirrors();
        this.store = runs.later(() -> new VariableStore(parts.tf().withSubScope("variables"), variables));
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

    @Override
    public long step() {
        return runs.running(mirrors::steps);
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
        return runs.stepping(() -> values.read(runs.session(), names));
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
        runs.replacing(() -> {
            access.write(runs.session(), values);
            replaced();
            mirrors.replaced(values);
        });
    }

    /** Averages of weights that are replaced start anew from these. */
    private Map<String, byte[]> withAverages(Map<String, byte[]> named) {
        if (!plan.averaged()) {
            return named;
        }
        Map<String, byte[]> all = new LinkedHashMap<>(named);
        weightNames().stream()
                .filter(named::containsKey)
                .forEach(name -> all.putIfAbsent(Variable.averageOf(name), named.get(name)));
        if (all.size() > named.size() && plan.epochAverages().isPresent()) {
            all.putIfAbsent(Averages.COUNT, new byte[Long.BYTES]);
        }
        return all;
    }

    /** How often variables were replaced: what was read of them before may be out of date where the number is another one. */
    public long replacements() {
        return replacements.get();
    }

    /** To be told where something else than a step changed variables. */
    void replaced() {
        replacements.incrementAndGet();
    }

    /** The first of the weights and moving statistics that holds something else than finite numbers. */
    Optional<String> firstNonFinite() {
        return readVariables(weightNames()).entrySet().stream()
                .filter(weight ->
                        !allFinite(NetworkState.bytes(weight.getValue()).asFloatBuffer()))
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

    /** The learning rate as it was set. */
    public double learningRate() {
        return runs.running(mirrors::rate);
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
        NetworkState.bytes(value).putFloat(held);
        writeVariables(Map.of(TrainingStep.LEARNING_RATE, value));
    }
}
