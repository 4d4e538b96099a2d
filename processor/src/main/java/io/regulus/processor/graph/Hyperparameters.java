package io.regulus.processor.graph;

import static io.regulus.processor.spec.FieldSpec.typeName;

import io.regulus.processor.check.ValidModel;
import io.regulus.processor.spec.NumberUse;
import io.regulus.processor.spec.PolicySpec;
import io.regulus.processor.spec.Usage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Gathers the numbers of a network, group by group, in the order they are met; a number asked for twice is one. */
final class Hyperparameters {
    private final Map<String, Map<String, Hyperparameter>> groups = new LinkedHashMap<>();
    private final Regularisers regularisers = new Regularisers();

    /**
     * The hyperparameter an annotation element stands for.
     *
     * @param group the record it belongs to
     * @param name its name there
     * @param usage the annotation
     * @param element the element
     */
    Hyperparameter of(String group, String name, Usage usage, String element) {
        NumberUse number = usage.numbers().stream()
                .filter(candidate -> candidate.element().equals(element))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("@" + usage.annotation() + " has no number " + element));
        return groups.computeIfAbsent(group, any -> new LinkedHashMap<>()).computeIfAbsent(name, any -> {
            Hyperparameter made = new Hyperparameter(group, name, number.value(), number.range(), usage.text());
            regularisers.add(made, usage, number);
            return made;
        });
    }

    /**
     * The real numbers of a policy by the elements of its annotation. On the class they are the policy's own group; on a field
     * they are the field's, the policy's name in front: {@code mixUpAlpha}.
     *
     * @param field its name, where the policy stands on it
     */
    Map<String, Hyperparameter> ofPolicy(PolicySpec policy, Optional<String> field) {
        return field.map(name -> all(name, policy.usage(), element -> policy.group() + typeName(element)))
                .orElseGet(() -> all(policy.group(), policy.usage()));
    }

    /** Every real number of an annotation by its element, whose name it has. */
    Map<String, Hyperparameter> all(String group, Usage usage) {
        return all(group, usage, element -> element);
    }

    private Map<String, Hyperparameter> all(String group, Usage usage, UnaryOperator<String> name) {
        Map<String, Hyperparameter> read = new LinkedHashMap<>();
        usage.numbers().stream()
                .filter(number -> !number.integral())
                .map(NumberUse::element)
                .forEach(element -> read.put(element, of(group, name.apply(element), usage, element)));
        return read;
    }

    /** The regularisers among them, and those that have no number. */
    List<Regulariser> regularisers(ValidModel model) {
        return regularisers.of(model);
    }

    /** The groups: the class's own first, then the fields as they run, then optimizer and task. */
    List<HyperparameterGroup> groups() {
        List<String> last = List.of(Hyperparameter.OPTIMIZER, Hyperparameter.TASK);
        Stream<String> fields = groups.keySet().stream()
                .filter(group -> !group.equals(Hyperparameter.NETWORK) && !last.contains(group));
        List<HyperparameterGroup> ordered = new ArrayList<>();
        Stream.of(Stream.of(Hyperparameter.NETWORK), fields, last.stream())
                .flatMap(names -> names)
                .filter(groups::containsKey)
                .forEach(name -> ordered.add(new HyperparameterGroup(
                        name, List.copyOf(groups.get(name).values()))));
        return ordered;
    }
}
