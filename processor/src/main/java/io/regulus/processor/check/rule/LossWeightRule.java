package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.TaskSpec;

/** A weight of the loss is written where there are several losses. */
public final class LossWeightRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        if (draft.outputs().size() > 1) {
            return;
        }
        for (TaskSpec task : draft.spec().allTasks()) {
            task.usage().numbers().stream()
                    .filter(number -> number.element().equals(TaskSpec.LOSS_WEIGHT) && number.explicit())
                    .forEach(number -> problems.add(
                            Code.WITHOUT_EFFECT,
                            number.place(),
                            task.usage().text(),
                            "lossWeight weighs the outputs of a network against each other, and here is one",
                            "Leave it out; what weighs a penalty is its own coefficient."));
        }
    }
}
