package io.regulus.processor.check.advice;

import io.regulus.processor.check.Draft;
import io.regulus.processor.problem.Code;
import io.regulus.processor.spec.BatchNormSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.Slot;
import io.regulus.processor.spec.WeightNormSpec;

/** A batch norm undoes the gain of a weight norm, channel by channel; a norm over several channels does not. */
public final class WeightNormBeforeNorm implements AdviceRule {
    @Override
    public void check(Draft draft, Advice advice) {
        for (FieldSpec layer : draft.layers()) {
            for (WeightNormSpec weightNorm : layer.policies(WeightNormSpec.class)) {
                layer.op(Slot.NORM)
                        .filter(BatchNormSpec.class::isInstance)
                        .ifPresent(norm -> advice.give(
                                Code.WEIGHT_NORM_BEFORE_NORM,
                                layer,
                                weightNorm.usage().place(),
                                weightNorm.usage().text(),
                                norm.usage().text()));
            }
        }
    }
}
