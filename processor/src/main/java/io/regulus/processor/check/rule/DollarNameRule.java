package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.FieldSpec;

/** No '$' in a field's name: compilers and TensorFlow give it a meaning. */
public final class DollarNameRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        for (FieldSpec field : draft.spec().fields()) {
            if (field.name().contains("$")) {
                problems.add(Code.DOLLAR_NAME, field.place(), field.name());
            }
        }
    }
}
