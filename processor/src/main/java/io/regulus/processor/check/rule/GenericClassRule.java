package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.ModelClass;

/** A model has no type parameters. */
public final class GenericClassRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        ModelClass type = draft.spec().type();
        if (!type.typeParameters().isEmpty()) {
            String parameters = String.join(", ", type.typeParameters());
            problems.add(Code.GENERIC_CLASS, type.place(), type.name(), parameters, parameters);
        }
    }
}
