package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;

/** Every layer but the outputs is read. */
public final class UnreadRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        if (draft.hasTasksOnFields()) {
            withoutTask(draft, problems);
            return;
        }
        // While a name is wrong or the layers run in a circle, nobody can tell who was meant to read whom.
        draft.wiring()
                .output()
                .ifPresent(output -> draft.wiring().unread().stream()
                        .filter(layer -> !layer.equals(output))
                        .forEach(layer -> problems.add(Code.NOBODY_READS, layer.place(), layer.name(), output.name())));
    }

    /** What nobody reads and has no task, where the tasks are the outputs' own. */
    private static void withoutTask(Draft draft, Problems problems) {
        // with a task on the class too it is open which outputs are meant
        if (draft.wiring().isComplete() && draft.spec().tasks().isEmpty()) {
            draft.wiring().unread().stream()
                    .filter(layer -> layer.tasks().isEmpty())
                    .forEach(layer -> problems.add(Code.OUTPUT_WITHOUT_TASK, layer.place(), layer.name()));
        }
    }
}
