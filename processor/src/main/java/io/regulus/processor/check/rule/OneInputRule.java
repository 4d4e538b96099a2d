package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.InputSpec;
import io.regulus.processor.spec.Usage;
import java.util.List;

/** There is exactly one input. */
public final class OneInputRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        List<InputSpec> inputs = draft.spec().inputs();
        if (inputs.isEmpty()) {
            Usage network = draft.spec().network();
            problems.add(Code.NO_INPUT, network.place(), network.text());
        }
        inputs.stream()
                .skip(1)
                .forEach(other -> problems.add(
                        Code.SEVERAL_INPUTS,
                        other.usage().place(),
                        other.usage().text(),
                        inputs.get(0).usage().text()));
    }
}
