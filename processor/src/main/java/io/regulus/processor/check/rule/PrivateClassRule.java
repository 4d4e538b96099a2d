package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.ModelClass;

/** Neither the model nor a class around it is private. */
public final class PrivateClassRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        ModelClass type = draft.spec().type();
        if (type.isPrivate()) {
            problems.add(Code.PRIVATE_CLASS, type.place(), type.name());
        }
    }
}
