package io.regulus.interchange;

import io.regulus.save.VariableShape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The weights of one layer of a model.
 *
 * @param name the field, such as {@code head}; in a block {@code stage1/0/narrow}
 * @param operations what the layer does, in the words of the summary, such as {@code flatten, dense, relu}; empty where unknown
 * @param flattened the dimensions of the image or sequence of whose values it reads a row, flattened by it or before it; empty where it
 *     reads none, or one behind another kernel
 * @param byKind by the last part of the name, such as {@code kernel}, in the order of the model
 */
public record LayerWeights(String name, String operations, List<Long> flattened, Map<String, VariableShape> byKind) {
    private static final Set<String> NORM = Set.of("scale", "shift", "mean", "variance");

    public LayerWeights {
        flattened = List.copyOf(flattened);
        byKind = Collections.unmodifiableMap(new LinkedHashMap<>(byKind));
    }

    /** Whether there is a weight of this kind. */
    public boolean has(String kind) {
        return byKind.containsKey(kind);
    }

    /** The dimensions of the weight of a kind that there is. */
    public List<Long> shape(String kind) {
        return byKind.get(kind).shape();
    }

    /**
     * Name of the part of this layer that a kind of weight belongs to. In other libraries a norm is a layer of its own, here it may
     * stand in the field of a layer that has weights too: its part then is {@code block1/norm}, beside {@code block1}.
     */
    public String part(String kind) {
        return isNorm(kind) && !byKind.keySet().stream().allMatch(this::isNorm) ? name + "/norm" : name;
    }

    /** Whether a kind is of a norm; the mean of an input, beside its deviation, is not. */
    public boolean isNorm(String kind) {
        return NORM.contains(kind) && !has("deviation");
    }
}
