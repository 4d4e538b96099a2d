package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.FieldSpec;

/** Annotated fields are of type Layer. */
public final class FieldTypeRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        for (FieldSpec field : draft.spec().fields()) {
            if (!field.isLayer()) {
                problems.add(Code.NOT_A_LAYER, field.place(), field.type(), field.name(), field.name());
            }
        }
    }
}
