package io.regulus.processor.check;

import io.regulus.processor.check.shape.ShapeInference;
import io.regulus.processor.check.shape.Trace;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.InputSpec;
import io.regulus.processor.spec.NetworkSpec;
import io.regulus.processor.spec.PolicySpec;
import io.regulus.processor.spec.TensorShape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What can be known about a network before it is known to be right: what the rules look at. Whatever an error leaves open
 * is absent, so that one mistake is reported once.
 *
 * @param spec what the user wrote
 * @param wiring which layer reads which
 * @param shaped the layers whose shapes are known
 */
public record Draft(NetworkSpec spec, Wiring wiring, Map<String, ValidField> shaped) {
    public Draft {
        shaped = Map.copyOf(shaped);
    }

    static Draft of(NetworkSpec spec, Problems problems) {
        Wiring wiring = Wires.of(spec, problems);
        return new Draft(spec, wiring, ShapeInference.infer(spec.inputs(), wiring, problems));
    }

    /** The layers in declaration order. */
    public List<FieldSpec> layers() {
        return wiring.layers();
    }

    /** The layer with this name; none for the input. */
    public Optional<FieldSpec> layer(String name) {
        return layers().stream().filter(layer -> layer.name().equals(name)).findFirst();
    }

    /** The inputs in the order declared. */
    public List<InputSpec> inputs() {
        return spec.inputs();
    }

    /** Whether what is fed there are ids, for an embedding to look up. */
    public boolean holdsIds(InputSpec input) {
        return layers().stream()
                .anyMatch(layer -> layer.readsIds() && wiring.inputs(layer).contains(input.name()));
    }

    /** Whether tasks stand on the fields that are outputs, and not on the class. */
    public boolean hasTasksOnFields() {
        return layers().stream().anyMatch(layer -> !layer.tasks().isEmpty());
    }

    /**
     * The outputs in declaration order: the fields that have a task, or the last layer that nobody reads where the task is the
     * class's. As long as it is open which that is, or what its task is, there are none.
     */
    public List<Output> outputs() {
        if (hasTasksOnFields()) {
            return layers().stream()
                    .filter(layer -> !layer.tasks().isEmpty())
                    .map(layer -> new Output(layer, layer.tasks().get(0)))
                    .toList();
        }
        return wiring.output().stream()
                .filter(layer -> spec.tasks().size() == 1)
                .map(layer -> new Output(layer, spec.tasks().get(0)))
                .toList();
    }

    /**
     * Whether an annotation has nothing to fall on, which is told of the first layer that bears it. A field of a block hands what stands
     * on it to every layer of the block: there it is enough that one of them fits.
     *
     * @param fits whether the annotation does something on a layer
     */
    public boolean isInVain(FieldSpec layer, PolicySpec policy, Predicate<FieldSpec> fits) {
        List<FieldSpec> bearers = layers().stream()
                .filter(other -> other.policies().contains(policy))
                .toList();
        return bearers.get(0).equals(layer) && bearers.stream().noneMatch(fits);
    }

    /** Whether a layer is an output. */
    public boolean isOutput(FieldSpec layer) {
        return outputs().stream().anyMatch(output -> output.field().equals(layer));
    }

    /** A layer with its shapes, if they are known. */
    public Optional<ValidField> shaped(FieldSpec layer) {
        return Optional.ofNullable(shaped.get(layer.name()));
    }

    /** The way of a row to a layer whose shapes are known, for messages. */
    public Trace trace(FieldSpec layer) {
        Map<String, TensorShape> shapes = new HashMap<>();
        inputs().forEach(read -> ShapeInference.inputShape(read).ifPresent(shape -> shapes.put(read.name(), shape)));
        shaped.forEach((name, field) -> shapes.put(name, field.output()));
        return Trace.to(layer.name(), wiring, shapes);
    }
}
