package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.ModelClass;

/** There is at least one layer. */
public final class LayersRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        ModelClass type = draft.spec().type();
        boolean mayBeMeant =
                draft.spec().fields().stream().anyMatch(field -> field.input().isEmpty());
        if (draft.layers().isEmpty() && !mayBeMeant) {
            problems.add(Code.NO_LAYERS, type.place(), type.name());
        }
    }
}
