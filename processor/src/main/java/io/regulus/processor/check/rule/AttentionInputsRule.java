package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.MultiHeadAttentionSpec;
import io.regulus.processor.spec.Slot;

/** An attention reads one sequence, or a query and a value. */
public final class AttentionInputsRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        for (FieldSpec layer : draft.layers()) {
            int named = layer.from().map(from -> from.names().size()).orElse(0);
            layer.op(Slot.LAYER)
                    .filter(op -> op instanceof MultiHeadAttentionSpec && named > op.mostInputs())
                    .filter(op -> layer.op(Slot.MERGE).isEmpty())
                    .ifPresent(op -> problems.add(
                            Code.ATTENTION_INPUTS,
                            op.usage().place(),
                            op.usage().text(),
                            layer.name(),
                            named,
                            "Name two, or make one of them with @Add or @Concat."));
        }
    }
}
