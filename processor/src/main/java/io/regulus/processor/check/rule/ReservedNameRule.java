package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.FieldSpec;
import java.util.Set;

/** No field has a name that generated code uses itself. */
public final class ReservedNameRule implements Rule {
    /** Methods that every object has: a method or a record component of this name would not compile. */
    private static final Set<String> OBJECT =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    /** Variables of generated methods. */
    private static final Set<String> VARIABLES = Set.of("tf", "pass", "hyper");

    /** Types nested in generated ones. */
    private static final Set<String> NESTED = Set.of("Network", "Task", "Optimizer", "Layers", "Builder");

    /** Types of java.lang, which a nested type of the same name would hide. */
    private static final Set<String> LANG = Set.of(
            "Boolean",
            "Double",
            "Float",
            "Integer",
            "Long",
            "Math",
            "Object",
            "Override",
            "Record",
            "String",
            "SuppressWarnings",
            "System",
            "Void");

    @Override
    public void check(Draft draft, Problems problems) {
        for (FieldSpec field : draft.spec().fields()) {
            String type = Names.type(field.name());
            if (OBJECT.contains(field.name()) || VARIABLES.contains(field.name()) || isNetworkInput(draft, field)) {
                problems.add(Code.RESERVED_NAME, field.place(), field.name(), field.name());
            } else if (NESTED.contains(type) || LANG.contains(type)) {
                problems.add(Code.RESERVED_NAME, field.place(), field.name(), type);
            }
        }
    }

    /** Whether the name is that of the input in {@code @Network(input = ...)}. */
    private static boolean isNetworkInput(Draft draft, FieldSpec field) {
        return draft.spec()
                .networkInput()
                .filter(input -> input.name().equals(field.name()))
                .isPresent();
    }
}
