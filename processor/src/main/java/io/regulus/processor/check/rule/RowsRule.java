package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.ComponentSpec;
import io.regulus.processor.spec.ComponentType;
import io.regulus.processor.spec.FeaturesSpec;
import io.regulus.processor.spec.RoleSpec;
import io.regulus.processor.spec.RowsSpec;
import io.regulus.processor.spec.TaskSpec;
import java.util.List;

/** What a network reads as records has labels that its one task can learn. */
public final class RowsRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        draft.spec()
                .rows()
                .ifPresent(rows -> rows.features().ifPresent(features -> {
                    if (draft.hasTasksOnFields()) {
                        report(
                                rows,
                                "its labels are those of one output, and tasks stand on fields",
                                "Write the task on the class, or feed several outputs by Dataset.builder() and @Input fields.",
                                problems);
                    } else if (draft.spec().tasks().size() == 1) {
                        check(features, draft.spec().tasks().get(0), rows, problems);
                    }
                }));
    }

    private static void check(FeaturesSpec features, TaskSpec task, RowsSpec rows, Problems problems) {
        List<ComponentSpec> labels = features.labels();
        int expected = task instanceof TaskSpec.Regressor regressor
                ? regressor.outputs().value()
                : 1;
        if (labels.size() != expected) {
            report(
                    rows,
                    "it has " + labels.size() + " components with @Label, and "
                            + task.usage().text() + " learns " + expected,
                    "Write @Label on what is to be learned.",
                    problems);
            return;
        }
        for (ComponentSpec label : labels) {
            mismatch(features, label, task, problems);
        }
    }

    private static void mismatch(FeaturesSpec features, ComponentSpec label, TaskSpec task, Problems problems) {
        ComponentType type = label.type();
        String what = features.type().name() + "." + label.name() + " is of the type " + type.name();
        if (task instanceof TaskSpec.Regressor) {
            if (!type.kind().isNumber()) {
                problem(
                        task,
                        what + ", and a regressor learns numbers",
                        "Declare it as a float, or make the network a @Classifier.",
                        problems);
            }
            return;
        }
        RoleSpec.Label role = (RoleSpec.Label) label.role();
        if (role.standardize().value()) {
            problem(
                    task,
                    features.type().name() + "." + label.name() + " is to be standardised, and a class is no amount",
                    "Leave 'standardize' out.",
                    problems);
        }
        if (type.kind().isNumber() && !type.kind().isWhole()) {
            problem(
                    task,
                    what + ", and a class is a whole number or a name",
                    "Declare it as an int, a String or an enum, or make the network a @Regressor.",
                    problems);
        } else if (!type.names().isEmpty() && type.names().size() != task.classes()) {
            problem(
                    task,
                    what + " with " + type.names().size() + " values " + type.names() + ", and there are "
                            + task.classes() + " classes",
                    "Give both the same number.",
                    problems);
        }
    }

    private static void problem(TaskSpec task, String what, String cure, Problems problems) {
        problems.add(Code.LABEL_AND_TASK, task.usage().place(), task.usage().text(), what, cure);
    }

    private static void report(RowsSpec rows, String what, String cure, Problems problems) {
        problems.add(Code.ROWS, rows.place(), rows.name(), what, cure);
    }
}
