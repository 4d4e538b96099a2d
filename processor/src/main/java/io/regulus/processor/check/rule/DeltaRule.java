package io.regulus.processor.check.rule;

import io.regulus.annotations.RegressionLoss;
import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.TaskSpec;

/** A delta is written for the Huber loss only. */
public final class DeltaRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        for (TaskSpec task : draft.spec().allTasks()) {
            if (task instanceof TaskSpec.Regressor regressor
                    && regressor.delta().explicit()
                    && regressor.loss() != RegressionLoss.HUBER) {
                problems.add(
                        Code.WITHOUT_EFFECT,
                        regressor.delta().place(),
                        regressor.usage().text(),
                        "delta is of HUBER alone, and here is " + regressor.loss(),
                        "Write loss = HUBER, or leave delta out.");
            }
        }
    }
}
