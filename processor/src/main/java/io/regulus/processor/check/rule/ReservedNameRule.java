package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.FieldSpec;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** No field has a name that generated code uses itself. */
public final class ReservedNameRule implements Rule {
    /** Methods that every object has: a method or a record component of this name would not compile. */
    private static final Set<String> OBJECT =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    /** Methods of the record of hyperparameters, of which every layer with numbers is a component. */
    private static final Set<String> HYPERPARAMETERS = Set.of("defaults", "toMap");

    /** Variables of generated methods. */
    private static final Set<String> VARIABLES = Set.of("tf", "pass", "hyper");

    /** Types nested in generated ones; not every file system tells capitals apart. */
    private static final Set<String> NESTED = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    /** Type of what a network with several outputs predicts, nested in the generated model. */
    private static final String PREDICTIONS = "Predictions";

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
            "String",
            "SuppressWarnings",
            "System",
            "Void");

    static {
        NESTED.addAll(List.of("Network", "Task", "Optimizer", "Layers", "Builder"));
    }

    @Override
    public void check(Draft draft, Problems problems) {
        for (FieldSpec field : draft.spec().fields()) {
            // of the layers of a block only the field that uses it can have a name of ours: they are named by their way
            String name = field.declaredName();
            String type = FieldSpec.typeName(name);
            if (OBJECT.contains(name)
                    || HYPERPARAMETERS.contains(name)
                    || VARIABLES.contains(name)
                    || isPolicy(draft, name)
                    || isNetworkInput(draft, name)) {
                problems.add(Code.RESERVED_NAME, field.declaredPlace(), name, name);
            } else if (NESTED.contains(type)
                    || (type.equalsIgnoreCase(PREDICTIONS) && draft.outputs().size() > 1)
                    || LANG.contains(type)
                    || draft.spec().type().generatedTypes().contains(type)) {
                problems.add(Code.RESERVED_NAME, field.declaredPlace(), name, type);
            }
        }
    }

    /** Whether the name is that of the numbers of an annotation of the class. */
    private static boolean isPolicy(Draft draft, String name) {
        return draft.spec().policies().stream()
                .anyMatch(policy -> policy.group().equals(name));
    }

    /** Whether the name is that of the input in {@code @Network(input = ...)}. */
    private static boolean isNetworkInput(Draft draft, String name) {
        return draft.spec()
                .networkInput()
                .filter(input -> input.name().equals(name))
                .isPresent();
    }
}
