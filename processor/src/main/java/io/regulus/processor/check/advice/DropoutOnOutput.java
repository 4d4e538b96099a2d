package io.regulus.processor.check.advice;

import io.regulus.processor.check.Draft;
import io.regulus.processor.problem.Code;
import io.regulus.processor.spec.NoiseSpec;

/** Dropout, or another noise, on the output changes predictions. */
public final class DropoutOnOutput implements AdviceRule {
    @Override
    public void check(Draft draft, Advice advice) {
        Dropouts.forEach(draft, NoiseSpec.class::isInstance, (field, dropout) -> {
            if (draft.isOutput(field)) {
                advice.give(Code.DROPOUT_ON_OUTPUT, field, dropout.place(), dropout.text(), field.name());
            }
        });
    }
}
