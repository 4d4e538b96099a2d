package io.regulus.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a callback remembers, as numbers and weights by name: nothing else is stored in a checkpoint, and nothing in it is ever run.
 *
 * @param numbers any, NaN and infinite ones too; whole numbers up to 2^53 are kept exactly
 * @param snapshots weights of some moment of the fit; their names have no slash
 */
public record CallbackState(Map<String, Double> numbers, Map<String, Snapshot> snapshots) {
    /** Nothing. */
    public static final CallbackState EMPTY = new CallbackState(Map.of(), Map.of());

    public CallbackState {
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
        snapshots = Collections.unmodifiableMap(new LinkedHashMap<>(snapshots));
        for (String name : snapshots.keySet()) {
            if (name.isEmpty() || name.indexOf('/') >= 0) {
                throw new IllegalArgumentException("the name of a snapshot, '" + name
                        + "', is empty or has a slash, which stands between it and a variable: write it without");
            }
        }
    }

    /** With a number more. */
    public CallbackState with(String name, double number) {
        Map<String, Double> all = new LinkedHashMap<>(numbers);
        all.put(name, number);
        return new CallbackState(all, snapshots);
    }

    /** With weights more. */
    public CallbackState with(String name, Snapshot weights) {
        Map<String, Snapshot> all = new LinkedHashMap<>(snapshots);
        all.put(name, weights);
        return new CallbackState(numbers, all);
    }

    /**
     * One number.
     *
     * @throws IllegalArgumentException naming those there are, if there is none of that name
     */
    public double number(String name) {
        Double number = numbers.get(name);
        if (number == null) {
            throw new IllegalArgumentException("no number '" + name + "' was stored; there are " + numbers.keySet());
        }
        return number;
    }

    /** The weights of that name, if any were stored. */
    public Optional<Snapshot> snapshot(String name) {
        return Optional.ofNullable(snapshots.get(name));
    }
}
