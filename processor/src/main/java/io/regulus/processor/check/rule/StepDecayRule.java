package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.ScheduleSpec;
import java.util.List;

/** {@code @StepDecay} says once when the rate decays, and its epochs ascend. */
public final class StepDecayRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        draft.spec().policies(ScheduleSpec.Step.class).forEach(step -> check(step, problems));
    }

    private static void check(ScheduleSpec.Step step, Problems problems) {
        List<Integer> at = step.at().value();
        int every = step.every().value();
        String text = step.usage().text();
        if (every == 0 && at.isEmpty()) {
            problems.add(
                    Code.DECAY_EPOCHS,
                    step.usage().place(),
                    text,
                    "it does not say after which epochs the rate decays");
        } else if (every != 0 && !at.isEmpty()) {
            problems.add(
                    Code.DECAY_EPOCHS,
                    step.at().place(),
                    text,
                    "every and at both say after which epochs the rate decays");
        } else {
            for (int i = 1; i < at.size(); i++) {
                if (at.get(i) <= at.get(i - 1)) {
                    String order = "the epochs of at ascend, and " + at.get(i) + " stands behind " + at.get(i - 1);
                    problems.add(Code.DECAY_EPOCHS, step.at().place(), text, order);
                }
            }
        }
    }
}
