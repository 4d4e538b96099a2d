package io.regulus.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.types.family.TNumber;

/** What is fed, as the ops of a network read it: inputs and targets by the names of their fields. */
public final class Feeds {
    private final Map<String, Operand<?>> inputs;
    private final Map<String, Operand<?>> targets;

    /** Of these. */
    public Feeds(Map<String, ? extends Operand<?>> inputs, Map<String, ? extends Operand<?>> targets) {
        this.inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        this.targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
    }

    /**
     * An input, [rows, ...].
     *
     * @param type what the network declares
     */
    public <T extends TNumber> Operand<T> input(String name, Class<T> type) {
        return find(inputs, name).asOutput().expect(type);
    }

    /**
     * What an output is trained towards: [rows] of class labels, or [rows, values].
     *
     * @param name the output's
     */
    public <T extends TNumber> Operand<T> target(String name, Class<T> type) {
        return find(targets, name).asOutput().expect(type);
    }

    private static Operand<?> find(Map<String, Operand<?>> all, String name) {
        Operand<?> found = all.get(name);
        if (found == null) {
            throw new IllegalArgumentException("nothing named '" + name + "' is fed; there are " + all.keySet());
        }
        return found;
    }
}
