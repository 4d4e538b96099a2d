package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Output;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Nearest;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.MonitorSpec;
import io.regulus.processor.spec.TaskSpec;
import java.util.ArrayList;
import java.util.List;

/** What is watched is something that the network reports. */
public final class MonitorRule implements Rule {
    private static final String VALIDATION = "val_";

    @Override
    public void check(Draft draft, Problems problems) {
        // as long as it is open what the outputs are, so is what they report
        if (draft.outputs().isEmpty()) {
            return;
        }
        List<String> names = names(draft.outputs());
        for (MonitorSpec policy : draft.spec().policies(MonitorSpec.class)) {
            String name = policy.monitor().value();
            if (!names.contains(name)) {
                problems.add(
                        Code.UNKNOWN_METRIC,
                        policy.monitor().place(),
                        policy.usage().text(),
                        name,
                        Nearest.cure(name, names, "metrics"));
            }
        }
    }

    private static List<String> names(List<Output> outputs) {
        List<String> names = new ArrayList<>(List.of("loss"));
        if (outputs.size() == 1) {
            names.addAll(metrics(outputs.get(0).task()));
        } else {
            outputs.forEach(output -> names.add(output.field().name() + "_loss"));
            outputs.forEach(output -> metrics(output.task())
                    .forEach(metric -> names.add(output.field().name() + "_" + metric)));
        }
        List.copyOf(names).forEach(name -> names.add(VALIDATION + name));
        return names;
    }

    private static List<String> metrics(TaskSpec task) {
        if (task instanceof TaskSpec.Classifier) {
            return List.of("accuracy");
        }
        return task instanceof TaskSpec.BinaryClassifier ? List.of("accuracy", "auc") : List.of("mae", "rmse", "r2");
    }
}
