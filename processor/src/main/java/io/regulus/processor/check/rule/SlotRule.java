package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.OpSpec;

/** A field has at most one operation of each kind, since their order within the field is fixed. */
public final class SlotRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        for (FieldSpec field : draft.layers()) {
            for (OpSpec op : field.ops()) {
                OpSpec first = field.op(op.slot()).orElseThrow();
                if (!first.equals(op)) {
                    problems.add(
                            Code.SLOT_TAKEN,
                            op.usage().place(),
                            op.usage().text(),
                            op.slot().title(),
                            first.usage().text(),
                            "@" + op.usage().annotation());
                }
            }
        }
    }
}
