package io.regulus.model;

import java.util.LinkedHashMap;
import java.util.Map;

/** Hyperparameters by name, for generated code. */
public final class Numbers {
    private Numbers() {}

    /**
     * The defaults with some of them replaced.
     *
     * @throws IllegalArgumentException if a name is not among the defaults
     */
    public static Map<String, Double> merge(Map<String, Double> defaults, Map<String, Double> changed) {
        Map<String, Double> all = new LinkedHashMap<>(defaults);
        changed.forEach((name, value) -> {
            if (all.replace(name, value) == null) {
                throw new IllegalArgumentException("no hyperparameter '" + name + "'; there are " + defaults.keySet());
            }
        });
        return all;
    }
}
