package io.regulus.processor.check.advice;

import io.regulus.processor.check.Draft;
import io.regulus.processor.problem.Code;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.Slot;

/** A bias that a batch norm follows has no effect. */
public final class BiasBeforeNorm implements AdviceRule {
    @Override
    public void check(Draft draft, Advice advice) {
        for (FieldSpec layer : draft.layers()) {
            if (layer.op(Slot.NORM).isPresent()) {
                layer.weighted()
                        .filter(weighted -> weighted.useBias().explicit()
                                && weighted.useBias().value())
                        .ifPresent(weighted -> advice.give(
                                Code.BIAS_BEFORE_NORM,
                                layer,
                                weighted.useBias().place(),
                                weighted.usage().text()));
            }
        }
    }
}
