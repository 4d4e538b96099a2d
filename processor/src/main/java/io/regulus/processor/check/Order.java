package io.regulus.processor.check;

import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.FromSpec;
import io.regulus.processor.spec.Usage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts layers after the ones they read, keeping the declared order where it is free, and reports circles. */
final class Order {
    private final List<FieldSpec> waiting;
    private final Map<String, List<String>> inputs;

    private Order(List<FieldSpec> layers, Map<String, List<String>> inputs) {
        this.waiting = new ArrayList<>(layers);
        this.inputs = inputs;
    }

    /** The layers in an order in which they can be computed, without those on or behind a circle. */
    static List<FieldSpec> of(List<FieldSpec> layers, Map<String, List<String>> inputs, Problems problems) {
        Order order = new Order(layers, inputs);
        List<FieldSpec> sorted = order.sort();
        order.reportCircles(problems);
        return sorted;
    }

    private List<FieldSpec> sort() {
        List<FieldSpec> sorted = new ArrayList<>();
        Optional<FieldSpec> next = ready();
        while (next.isPresent()) {
            sorted.add(next.get());
            waiting.remove(next.get());
            next = ready();
        }
        return sorted;
    }

    private Optional<FieldSpec> ready() {
        return waiting.stream().filter(layer -> waitingInput(layer).isEmpty()).findFirst();
    }

    /** Every layer still waiting reads another one that waits, so walking back from it must run into a circle. */
    private void reportCircles(Problems problems) {
        Set<String> seen = new HashSet<>();
        for (FieldSpec start : waiting) {
            List<FieldSpec> path = new ArrayList<>();
            FieldSpec at = start;
            while (seen.add(at.name())) {
                path.add(at);
                at = waitingInput(at).orElseThrow();
            }
            // A walk that ends in layers of an earlier one has met a circle that is reported already.
            if (path.contains(at)) {
                report(path.subList(path.indexOf(at), path.size()), problems);
            }
        }
    }

    private Optional<FieldSpec> waitingInput(FieldSpec layer) {
        return waiting.stream()
                .filter(other -> inputs.get(layer.name()).contains(other.name()))
                .findFirst();
    }

    /**
     * At a {@code @From}: without one a layer reads the field above it, and that way leads to no circle. Where it is on the field
     * of a block, no layer has it, and the field is the place.
     */
    private static void report(List<FieldSpec> circle, Problems problems) {
        Optional<Usage> from = circle.stream()
                .flatMap(layer -> layer.from().stream())
                .findFirst()
                .map(FromSpec::usage);
        FieldSpec first = circle.get(0);
        String names = circle.stream().map(FieldSpec::name).collect(Collectors.joining(" reads "));
        problems.add(
                Code.CYCLE,
                from.map(Usage::place).orElse(first.declaredPlace()),
                from.map(Usage::text).orElse("Layer " + first.name()),
                names + " reads " + first.name());
    }
}
