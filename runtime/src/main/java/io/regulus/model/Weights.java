package io.regulus.model;

import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Weights by name, copied out of a model at one moment: kernels, biases, and the scale, shift and moving statistics of
 * norms, without the training state.
 */
public final class Weights {
    private final Map<String, Values> byName;

    /** One weight: its dimensions, and its values in row-major order, the last dimension fastest. */
    static final class Values {
        private final long[] shape;
        private final float[] values;

        Values(long[] shape, float[] values) {
            this.shape = shape;
            this.values = values;
        }
    }

    Weights(Map<String, Values> byName) {
        this.byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /** Names such as {@code "head/kernel"}, in the order of the network. */
    public Set<String> names() {
        return byName.keySet();
    }

    /** A copy of the values, in row-major order. */
    public float[] get(String name) {
        return find(name).values.clone();
    }

    /** A copy of the values of a layer's parameter, such as {@code get("head", "kernel")}. */
    public float[] get(String layer, String parameter) {
        return get(layer + "/" + parameter);
    }

    /** The dimensions. */
    public long[] shape(String name) {
        return find(name).shape.clone();
    }

    /**
     * These weights with one of them replaced.
     *
     * @throws IllegalArgumentException if there is no such weight or the number of values differs
     */
    public Weights with(String name, float... values) {
        Values old = find(name);
        requireSize(name, old.shape, values);
        Map<String, Values> changed = new LinkedHashMap<>(byName);
        changed.put(name, new Values(old.shape, values.clone()));
        return new Weights(changed);
    }

    /** The same values in the same order under other names. */
    Weights renamed(Iterable<String> names) {
        Map<String, Values> renamed = new LinkedHashMap<>();
        Iterator<Values> values = byName.values().iterator();
        names.forEach(name -> renamed.put(name, values.next()));
        return new Weights(renamed);
    }

    static void requireSize(String name, long[] shape, float[] values) {
        long size = 1;
        for (long dimension : shape) {
            size *= dimension;
        }
        if (size != values.length) {
            throw new IllegalArgumentException("weight '" + name + "' of shape " + java.util.Arrays.toString(shape)
                    + " takes " + size + " values, not " + values.length);
        }
    }

    private Values find(String name) {
        Values found = byName.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no weight '" + name + "'; there are " + byName.keySet());
        }
        return found;
    }
}
