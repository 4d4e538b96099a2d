package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.AttentionSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.Slot;

/** An attention reads one sequence, or a query and a value, some with a key of its own. */
public final class AttentionInputsRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        for (FieldSpec layer : draft.layers()) {
            int named = layer.from().map(from -> from.names().size()).orElse(0);
            layer.op(Slot.LAYER)
                    .filter(op -> op instanceof AttentionSpec && named > op.mostInputs())
                    .filter(op -> layer.op(Slot.MERGE).isEmpty())
                    .ifPresent(op -> problems.add(
                            Code.ATTENTION_INPUTS,
                            op.usage().place(),
                            op.usage().text(),
                            layer.name(),
                            named,
                            op.mostInputs() > 2
                                    ? "a query and a value, or a query, a value and a key"
                                    : "a query and a value",
                            "Name " + (op.mostInputs() > 2 ? "two or three" : "two")
                                    + ", or make one of them with @Add or @Concat."));
        }
    }
}
