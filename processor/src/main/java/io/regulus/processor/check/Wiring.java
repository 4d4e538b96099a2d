package io.regulus.processor.check;

import io.regulus.processor.spec.FieldSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which layer reads which.
 *
 * @param layers the layers in declaration order
 * @param order the layers, each after the ones it reads; without those on or behind a cycle
 * @param inputs per layer the names of what it reads, as far as they exist
 * @param broken names of layers that name an input which is none
 */
public record Wiring(
        List<FieldSpec> layers, List<FieldSpec> order, Map<String, List<String>> inputs, Set<String> broken) {
    public Wiring {
        layers = List.copyOf(layers);
        order = List.copyOf(order);
        inputs = Map.copyOf(inputs);
        broken = Set.copyOf(broken);
    }

    /** Whether every layer's inputs are known, so that it can be told who reads whom. */
    public boolean isComplete() {
        return broken.isEmpty() && order.size() == layers.size();
    }

    /** What a layer reads. */
    public List<String> inputs(FieldSpec layer) {
        return inputs.get(layer.name());
    }

    /** The layers that read this one, in declaration order. */
    public List<FieldSpec> readers(FieldSpec layer) {
        return layers.stream()
                .filter(other -> inputs(other).contains(layer.name()))
                .toList();
    }

    /** The layers that nobody reads, in declaration order; all but the last of them are mistakes. */
    public List<FieldSpec> unread() {
        return layers.stream().filter(layer -> readers(layer).isEmpty()).toList();
    }

    /** The network's output: the last layer that nobody reads. */
    public Optional<FieldSpec> output() {
        List<FieldSpec> unread = unread();
        return isComplete() && !unread.isEmpty() ? Optional.of(unread.get(unread.size() - 1)) : Optional.empty();
    }
}
