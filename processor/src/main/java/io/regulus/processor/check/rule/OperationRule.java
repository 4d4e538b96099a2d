package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.FieldSpec;

/** Every layer does something. */
public final class OperationRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        for (FieldSpec layer : draft.layers()) {
            if (layer.ops().isEmpty()) {
                problems.add(Code.NOTHING_TO_DO, layer.place(), layer.name());
            }
        }
    }
}
