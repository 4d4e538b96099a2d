package io.regulus.ops;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TNumber;

/**
 * The variables of one model, in the order they were first declared. The training pass and the inference pass declare the
 * same names and so share the values.
 */
public final class Variables {
    /** The longest array of bytes of every virtual machine. */
    private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

    private final Map<String, Variable<?>> byName = new LinkedHashMap<>();
    private final long seed;

    /**
     * No variables yet.
     *
     * @param seed what initial values and dropout masks depend on, besides names
     */
    public Variables(long seed) {
        this.seed = seed;
    }

    /** The seed of initial values and dropout masks. */
    public long seed() {
        return seed;
    }

    /** All variables declared so far. */
    public Collection<Variable<?>> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    /** What training changes of floats: those of the network and the optimizer's slots, but not the learning rate. */
    public List<Variable<TFloat32>> trained() {
        return floats(variable -> !variable.name().equals(TrainingStep.LEARNING_RATE));
    }

    /** The weights and moving statistics. */
    List<Variable<TFloat32>> ofNetwork() {
        return floats(variable -> variable.role().isOfNetwork());
    }

    private List<Variable<TFloat32>> floats(Predicate<Variable<?>> wanted) {
        List<Variable<TFloat32>> all = new ArrayList<>();
        for (Variable<?> variable : byName.values()) {
            if (variable.type() == TFloat32.class && wanted.test(variable)) {
                @SuppressWarnings("unchecked") // its type says so
                Variable<TFloat32> floats = (Variable<TFloat32>) variable;
                all.add(floats);
            }
        }
        return all;
    }

    /**
     * Declares a variable, or finds it declared before, and adds its handle to a graph.
     *
     * @throws IllegalStateException if the name was declared with another type or shape
     * @throws IllegalArgumentException if the variable is larger than the array of bytes that it is read and saved through
     */
    <T extends TNumber> VarHandleOp declare(Ops tf, Variable<T> variable) {
        requireReadable(variable);
        Variable<?> known = byName.putIfAbsent(variable.name(), variable);
        if (known != null && !(known.type() == variable.type() && known.shape().equals(variable.shape()))) {
            throw new IllegalStateException("variable '" + variable.name() + "' is declared as " + known.shape()
                    + " and as " + variable.shape() + "; two layers share its name");
        }
        return handle(tf, variable);
    }

    private static void requireReadable(Variable<?> variable) {
        int each = variable.type() == TInt64.class ? Long.BYTES : Float.BYTES;
        if (variable.size() > MOST_BYTES / each) {
            throw new IllegalArgumentException(
                    "variable '" + variable.name() + "' of shape " + variable.shape() + " has "
                            + variable.size() + " values, more than the " + MOST_BYTES / each
                            + " that can be read and saved; make the layer smaller");
        }
    }

    /** The handle of a declared variable in a graph. */
    public static VarHandleOp handle(Ops tf, Variable<?> variable) {
        return tf.varHandleOp(variable.type(), variable.shape(), VarHandleOp.sharedName(variable.name()));
    }
}
