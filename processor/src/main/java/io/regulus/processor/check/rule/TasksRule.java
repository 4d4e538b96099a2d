package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.ModelClass;
import io.regulus.processor.spec.TaskSpec;
import io.regulus.processor.spec.Usage;
import java.util.List;

/** Every output has exactly one task: the class's where there is one output, else its own. */
public final class TasksRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        ModelClass type = draft.spec().type();
        List<TaskSpec> ofClass = draft.spec().tasks();
        if (ofClass.isEmpty() && !draft.hasTasksOnFields()) {
            problems.add(Code.NO_TASK, type.place(), type.name());
        }
        oneOf(ofClass, problems);
        draft.layers().forEach(layer -> oneOf(layer.tasks(), problems));
        for (FieldSpec layer : draft.layers()) {
            if (!ofClass.isEmpty() && !layer.tasks().isEmpty()) {
                Usage own = layer.tasks().get(0).usage();
                problems.add(
                        Code.TASKS_ON_BOTH,
                        own.place(),
                        own.text(),
                        layer.name(),
                        ofClass.get(0).usage().text());
            }
        }
    }

    private static void oneOf(List<TaskSpec> tasks, Problems problems) {
        tasks.stream()
                .skip(1)
                .map(TaskSpec::usage)
                .forEach(other -> problems.add(
                        Code.SEVERAL_TASKS,
                        other.place(),
                        other.text(),
                        tasks.get(0).usage().text(),
                        "@" + other.annotation()));
    }
}
