package io.regulus.processor.check.shape;

import io.regulus.processor.check.Wiring;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.TensorShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The way of a row through the network, for messages: {@code input [28, 28, 1] -> block1 [13, 13, 32] -> head}.
 *
 * @param stations what it passes, the input first
 */
public record Trace(List<String> stations) {
    public Trace {
        stations = List.copyOf(stations);
    }

    /**
     * The way to a layer or input and out of it. Where layers merge, it goes along the first.
     *
     * @param shapes the shape that each layer and input gives
     */
    public static Trace to(String name, Wiring wiring, Map<String, TensorShape> shapes) {
        List<String> stations = new ArrayList<>();
        Optional<String> at = Optional.of(name);
        while (at.isPresent()) {
            String station = at.get();
            stations.add(station + " " + shapes.get(station));
            at = wiring.layers().stream()
                    .filter(layer -> layer.name().equals(station))
                    .map(wiring::inputs)
                    .flatMap(List::stream)
                    .findFirst();
        }
        Collections.reverse(stations);
        return new Trace(stations);
    }

    /** The way into a layer. */
    static Trace into(FieldSpec layer, Wiring wiring, Map<String, TensorShape> shapes) {
        return to(wiring.inputs(layer).get(0), wiring, shapes).then(layer.name());
    }

    /** Whether it leads from the input to its end, and nothing lies between. */
    boolean isDirect() {
        return stations.size() == 2;
    }

    /** The way with one more station. */
    Trace then(String station) {
        List<String> longer = new ArrayList<>(stations);
        longer.add(station);
        return new Trace(longer);
    }

    @Override
    public String toString() {
        return String.join(" -> ", stations);
    }
}
