package io.regulus.processor.check;

import io.regulus.processor.check.shape.ShapeInference;
import io.regulus.processor.check.shape.Trace;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.InputSpec;
import io.regulus.processor.spec.NetworkSpec;
import io.regulus.processor.spec.TensorShape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        return new Draft(
                spec, wiring, ShapeInference.infer(spec.inputs().stream().findFirst(), wiring, problems));
    }

    /** The layers in declaration order. */
    public List<FieldSpec> layers() {
        return wiring.layers();
    }

    /** The layer with this name; none for the input. */
    public Optional<FieldSpec> layer(String name) {
        return layers().stream().filter(layer -> layer.name().equals(name)).findFirst();
    }

    /** The input; the first one if several are declared. */
    public Optional<InputSpec> input() {
        return spec.inputs().stream().findFirst();
    }

    /** A layer with its shapes, if they are known. */
    public Optional<ValidField> shaped(FieldSpec layer) {
        return Optional.ofNullable(shaped.get(layer.name()));
    }

    /** The way of a row to a layer whose shapes are known, for messages. */
    public Trace trace(FieldSpec layer) {
        Map<String, TensorShape> shapes = new HashMap<>();
        input().ifPresent(read -> ShapeInference.inputShape(read).ifPresent(shape -> shapes.put(read.name(), shape)));
        shaped.forEach((name, field) -> shapes.put(name, field.output()));
        return Trace.to(layer.name(), wiring, shapes);
    }
}
