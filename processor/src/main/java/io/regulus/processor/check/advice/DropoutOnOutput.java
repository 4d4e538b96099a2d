package io.regulus.processor.check.advice;

import io.regulus.processor.check.Draft;
import io.regulus.processor.problem.Code;

/** Dropout on the output drops predictions. */
public final class DropoutOnOutput implements AdviceRule {
    @Override
    public void check(Draft draft, Advice advice) {
        Dropouts.forEach(draft, (field, dropout) -> {
            if (draft.isOutput(field)) {
                advice.give(Code.DROPOUT_ON_OUTPUT, field, dropout.place(), dropout.text(), field.name());
            }
        });
    }
}
