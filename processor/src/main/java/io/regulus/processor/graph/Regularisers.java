package io.regulus.processor.graph;

import io.regulus.processor.check.ValidField;
import io.regulus.processor.check.ValidModel;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.InputSpec;
import io.regulus.processor.spec.NumberUse;
import io.regulus.processor.spec.Regularising;
import io.regulus.processor.spec.Sourced;
import io.regulus.processor.spec.Usage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers the regularisers of a network: those with numbers as these are met, then those that no number switches off. */
final class Regularisers {
    private final Map<String, Found> byKey = new LinkedHashMap<>();

    /** One while its numbers are gathered. */
    private record Found(String source, String group, boolean noisy, Map<String, Double> off) {}

    /** Takes notice of a hyperparameter and the number of the annotation that it stands for. */
    void add(Hyperparameter number, Usage usage, NumberUse use) {
        if (use.neutral().isEmpty()) {
            return;
        }
        boolean whole = usage.regularising().isPresent();
        String source = whole ? usage.text() : use.element() + " of @" + usage.annotation();
        boolean noisy = usage.regularising()
                .or(use::regularising)
                .map(Regularising::noisy)
                .orElse(false);
        byKey.computeIfAbsent(
                        number.group() + " " + source,
                        any -> new Found(source, number.group(), noisy, new LinkedHashMap<>()))
                .off()
                .put(number.group() + "." + number.name(), use.neutral().get());
    }

    /** All of a network whose numbers have been met. */
    List<Regulariser> of(ValidModel model) {
        Set<String> fields = Stream.concat(
                        model.fields().stream().map(field -> field.spec().group()),
                        model.spec().fields().stream().map(FieldSpec::name))
                .collect(Collectors.toSet());
        model.inputs().stream().map(InputSpec::name).forEach(fields::add);
        Set<String> ofClass = Stream.concat(
                        Stream.of(Hyperparameter.NETWORK, Hyperparameter.OPTIMIZER, Hyperparameter.TASK),
                        model.spec().policies().stream().map(policy -> policy.group()))
                .collect(Collectors.toSet());
        List<Regulariser> all = new ArrayList<>();
        byKey.values()
                .forEach(found -> all.add(new Regulariser(
                        found.source(),
                        ofClass.contains(found.group()) && !fields.contains(found.group())
                                ? Regulariser.CLASS
                                : found.group(),
                        found.noisy(),
                        found.off())));
        all.addAll(withoutNumbers(model));
        return all;
    }

    private static Set<Regulariser> withoutNumbers(ValidModel model) {
        Set<Regulariser> found = new LinkedHashSet<>();
        withoutNumbers(Regulariser.CLASS, model.spec().policies().stream(), found);
        for (FieldSpec field : model.spec().fields()) {
            if (field.input().isPresent()) {
                withoutNumbers(field.name(), field.policies().stream(), found);
            }
        }
        for (ValidField field : model.fields()) {
            FieldSpec spec = field.spec();
            withoutNumbers(spec.group(), Stream.concat(spec.ops().stream(), spec.policies().stream()), found);
        }
        return found;
    }

    private static void withoutNumbers(String place, Stream<? extends Sourced> sources, Set<Regulariser> into) {
        sources.map(Sourced::usage)
                .filter(usage -> usage.regularising().isPresent()
                        && usage.numbers().stream()
                                .noneMatch(number -> number.neutral().isPresent()))
                .forEach(usage -> into.add(new Regulariser(
                        usage.text(), place, usage.regularising().get().noisy(), Map.of())));
    }
}
