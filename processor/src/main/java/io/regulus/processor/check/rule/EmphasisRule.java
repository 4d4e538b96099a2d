package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.EmphasisSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.TaskSpec;
import java.util.List;

/** What makes classes or hard rows count more stands where a classifier stands, with a weight for each of its classes. */
public final class EmphasisRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        List<EmphasisSpec> ofClass = draft.spec().policies(EmphasisSpec.class);
        if (draft.hasTasksOnFields()) {
            ofClass.forEach(spec -> report(
                    spec,
                    "the tasks of this class stand on its fields",
                    "Put it on the field of the output.",
                    problems));
        } else if (draft.spec().tasks().size() == 1) {
            ofClass.forEach(spec -> check(spec, draft.spec().tasks().get(0), problems));
        }
        for (FieldSpec field : draft.spec().fields()) {
            for (EmphasisSpec spec : field.policies(EmphasisSpec.class)) {
                if (field.tasks().isEmpty()) {
                    report(
                            spec,
                            "'" + field.declaredName() + "' has no task",
                            "Put it where the classifier stands: on the class, or on the field of its output.",
                            problems);
                } else {
                    check(spec, field.tasks().get(0), problems);
                }
            }
        }
    }

    private static void check(EmphasisSpec spec, TaskSpec task, Problems problems) {
        if (task instanceof TaskSpec.Regressor) {
            report(spec, "there are no classes in " + task.usage().text(), "Remove it.", problems);
        } else if (spec instanceof EmphasisSpec.ClassWeights weights) {
            check(weights, task, problems);
        }
    }

    private static void check(EmphasisSpec.ClassWeights weights, TaskSpec task, Problems problems) {
        int classes = task.classes();
        int count = weights.count();
        if (count != classes && classes >= 2) {
            report(
                    weights,
                    "it has " + count + (count == 1 ? " weight" : " weights") + ", and "
                            + task.usage().text() + " has " + classes + " classes",
                    "Write a weight for each class, in their order.",
                    problems);
        } else if (count > EmphasisSpec.ClassWeights.MOST) {
            report(
                    weights,
                    "there are " + count + " weights, and more than " + EmphasisSpec.ClassWeights.MOST + " are data",
                    "Give them to the training data: Dataset.withClassWeights.",
                    problems);
        } else if (weights.usage().numbers().stream().allMatch(number -> number.value() == 0)) {
            report(
                    weights,
                    "with no weight above 0 there is nothing to learn",
                    "Write 1 for what counts as before.",
                    problems);
        }
    }

    private static void report(EmphasisSpec spec, String what, String cure, Problems problems) {
        problems.add(Code.EMPHASIS, spec.usage().place(), spec.usage().text(), what, cure);
    }
}
