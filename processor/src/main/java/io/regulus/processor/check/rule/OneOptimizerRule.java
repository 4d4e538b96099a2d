package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.ModelClass;
import io.regulus.processor.spec.OptimizerSpec;
import io.regulus.processor.spec.Sourced;
import java.util.List;

/** There is exactly one optimizer. */
public final class OneOptimizerRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        List<OptimizerSpec> optimizers = draft.spec().optimizers();
        ModelClass type = draft.spec().type();
        if (optimizers.isEmpty()) {
            problems.add(Code.NO_OPTIMIZER, type.place(), type.name());
        }
        optimizers.stream()
                .skip(1)
                .map(Sourced::usage)
                .forEach(other -> problems.add(
                        Code.SEVERAL_OPTIMIZERS,
                        other.place(),
                        other.text(),
                        optimizers.get(0).usage().text(),
                        "@" + other.annotation()));
    }
}
