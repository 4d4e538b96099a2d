package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;

/** Every layer but the output is read. */
public final class UnreadRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        // While a name is wrong or the layers run in a circle, nobody can tell who was meant to read whom.
        draft.wiring()
                .output()
                .ifPresent(output -> draft.wiring().unread().stream()
                        .filter(layer -> !layer.equals(output))
                        .forEach(layer -> problems.add(Code.NOBODY_READS, layer.place(), layer.name(), output.name())));
    }
}
