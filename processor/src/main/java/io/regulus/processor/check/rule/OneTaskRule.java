package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.ModelClass;
import io.regulus.processor.spec.Sourced;
import io.regulus.processor.spec.TaskSpec;
import java.util.List;

/** There is exactly one task. */
public final class OneTaskRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        List<TaskSpec> tasks = draft.spec().tasks();
        ModelClass type = draft.spec().type();
        if (tasks.isEmpty()) {
            problems.add(Code.NO_TASK, type.place(), type.name());
        }
        tasks.stream()
                .skip(1)
                .map(Sourced::usage)
                .forEach(other -> problems.add(
                        Code.SEVERAL_TASKS,
                        other.place(),
                        other.text(),
                        tasks.get(0).usage().text(),
                        "@" + other.annotation()));
    }
}
