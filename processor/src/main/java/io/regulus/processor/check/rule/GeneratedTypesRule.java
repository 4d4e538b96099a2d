package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.ModelClass;

/** No type of the user has the name of a generated one. */
public final class GeneratedTypesRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        ModelClass type = draft.spec().type();
        for (String existing : type.existingTypes()) {
            problems.add(Code.GENERATED_TYPE_EXISTS, type.place(), type.name(), existing);
        }
    }
}
