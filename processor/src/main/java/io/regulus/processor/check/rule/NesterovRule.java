package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.OptimizerSpec;

/** Nesterov's look-ahead is along a velocity, which needs a momentum. */
public final class NesterovRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        for (OptimizerSpec optimizer : draft.spec().optimizers()) {
            if (optimizer instanceof OptimizerSpec.Sgd sgd
                    && sgd.nesterov().value()
                    && sgd.usage().number("momentum") == 0) {
                problems.add(
                        Code.WITHOUT_EFFECT,
                        sgd.nesterov().place(),
                        sgd.usage().text(),
                        "nesterov looks ahead along the momentum, and there is none",
                        "Write momentum = 0.9, or leave nesterov out.");
            }
        }
    }
}
