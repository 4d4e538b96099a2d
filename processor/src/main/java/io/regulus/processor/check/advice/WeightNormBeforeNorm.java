package io.regulus.processor.check.advice;

import io.regulus.processor.check.Draft;
import io.regulus.processor.problem.Code;
import io.regulus.processor.spec.BatchNormSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.PolicySpec;
import io.regulus.processor.spec.Slot;
import io.regulus.processor.spec.SpectralNormSpec;
import io.regulus.processor.spec.WeightNormSpec;

/** A batch norm undoes what a norm of the kernel does to lengths, channel by channel; a norm over several channels does not. */
public final class WeightNormBeforeNorm implements AdviceRule {
    @Override
    public void check(Draft draft, Advice advice) {
        for (FieldSpec layer : draft.layers()) {
            for (PolicySpec kernelNorm : layer.policies()) {
                if (!(kernelNorm instanceof WeightNormSpec || kernelNorm instanceof SpectralNormSpec)) {
                    continue;
                }
                layer.op(Slot.NORM)
                        .filter(BatchNormSpec.class::isInstance)
                        .ifPresent(norm -> advice.give(
                                Code.WEIGHT_NORM_BEFORE_NORM,
                                layer,
                                kernelNorm.usage().place(),
                                kernelNorm.usage().text(),
                                norm.usage().text()));
            }
        }
    }
}
