package io.regulus.processor.check.advice;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Output;
import io.regulus.processor.problem.Code;
import io.regulus.processor.spec.NumberUse;
import io.regulus.processor.spec.TaskSpec;

/** A loss that counts nothing trains nothing. */
public final class UntrainedOutput implements AdviceRule {
    @Override
    public void check(Draft draft, Advice advice) {
        for (Output output : draft.outputs()) {
            for (NumberUse number : output.task().usage().numbers()) {
                if (number.element().equals(TaskSpec.LOSS_WEIGHT) && number.value() == 0) {
                    advice.give(
                            Code.UNTRAINED_OUTPUT,
                            output.field(),
                            number.place(),
                            output.task().usage().text(),
                            output.field().name());
                }
            }
        }
    }
}
