package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Parameter;
import io.regulus.processor.check.Parameters;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.ConstraintSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.NumberUse;
import io.regulus.processor.spec.Usage;
import java.util.List;
import java.util.stream.Stream;

/** A constraint falls on parameters that it can hold, and no two of them on the same. */
public final class ConstraintRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        if (draft.layers().stream().allMatch(layer -> layer.ops().isEmpty())) {
            return;
        }
        List<FieldSpec> byDefault = draft.layers().stream()
                .filter(layer -> layer.policies(ConstraintSpec.class).isEmpty())
                .toList();
        check(
                draft.spec().policies(ConstraintSpec.class),
                byDefault,
                "no layer without a constraint of its own has such a parameter",
                problems);
        for (FieldSpec layer : draft.layers()) {
            // A field without any operation is reported as such.
            if (!layer.ops().isEmpty()) {
                check(
                        layer.policies(ConstraintSpec.class).stream()
                                .filter(constraint -> holds(constraint, layer)
                                        || draft.isInVain(layer, constraint, other -> holds(constraint, other)))
                                .toList(),
                        List.of(layer),
                        "'" + layer.name() + "' has no such parameter",
                        problems);
            }
        }
    }

    private static void check(
            List<ConstraintSpec> constraints, List<FieldSpec> layers, String nothing, Problems problems) {
        for (int i = 0; i < constraints.size(); i++) {
            ConstraintSpec constraint = constraints.get(i);
            List<Parameter> held = parameters(constraint, layers);
            checkOrder(constraint, problems);
            if (held.isEmpty()) {
                report(Code.CONSTRAINT_TARGET, constraint, problems, nothing, "Change 'on', or remove it");
            }
            held.stream()
                    .filter(parameter -> parameter.role() == Parameter.Role.EMBEDDING)
                    .findFirst()
                    .ifPresent(table -> report(
                            Code.CONSTRAINT_TARGET,
                            constraint,
                            problems,
                            "'" + table.name() + "' is an embedding, of which a step changes single rows",
                            "Name other parameters in 'on'"));
            constraints.subList(0, i).stream()
                    // signs and norms hold together
                    .filter(other ->
                            other.kind().isOfNorms() && constraint.kind().isOfNorms())
                    .filter(other -> parameters(other, layers).stream().anyMatch(held::contains))
                    .findFirst()
                    .ifPresent(other -> report(
                            Code.CONSTRAINTS_CONFLICT,
                            constraint,
                            problems,
                            other.usage().text()));
        }
    }

    /** The least norm is not above the largest. */
    private static void checkOrder(ConstraintSpec constraint, Problems problems) {
        if (constraint.kind() == ConstraintSpec.Kind.MIN_MAX_NORM) {
            double min = constraint.usage().number("min");
            double max = constraint.usage().number("max");
            if (min > max) {
                report(
                        Code.NORMS_CROSSED,
                        constraint,
                        problems,
                        NumberUse.shortText(min),
                        NumberUse.shortText(max),
                        NumberUse.shortText(min));
            }
        }
    }

    private static void report(Code code, ConstraintSpec constraint, Problems problems, String... details) {
        Usage usage = constraint.usage();
        Object[] all =
                Stream.concat(Stream.of(usage.text()), Stream.of(details)).toArray();
        problems.add(code, usage.place(), all);
    }

    private static boolean holds(ConstraintSpec constraint, FieldSpec layer) {
        return !parameters(constraint, List.of(layer)).isEmpty();
    }

    private static List<Parameter> parameters(ConstraintSpec constraint, List<FieldSpec> layers) {
        return layers.stream()
                .flatMap(layer -> Parameters.trained(layer).stream())
                .filter(parameter -> parameter.isIn(constraint.on()))
                .toList();
    }
}
