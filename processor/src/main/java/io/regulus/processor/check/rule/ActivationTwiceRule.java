package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.Slot;

/** An activation is written in the layer or on its own, not both. */
public final class ActivationTwiceRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        for (FieldSpec field : draft.layers()) {
            field.op(Slot.ACTIVATION)
                    .ifPresent(step -> field.weighted()
                            .filter(layer -> layer.activation().explicit())
                            .ifPresent(layer -> problems.add(
                                    Code.ACTIVATION_TWICE,
                                    step.usage().place(),
                                    step.usage().text(),
                                    field.name(),
                                    layer.usage().text())));
        }
    }
}
