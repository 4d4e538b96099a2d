package io.regulus.processor.read;

import io.regulus.annotations.RegressionLoss;
import io.regulus.processor.spec.TaskSpec;
import java.util.Map;
import java.util.function.Function;

/** Reads the annotations that say what the network is for; a new task is a new entry. */
final class TaskReaders {
    static final Map<String, Function<AnnotationUse, TaskSpec>> BY_NAME = Map.of(
            "Classifier", use -> new TaskSpec.Classifier(use.usage(), use.integer("classes")),
            "BinaryClassifier", use -> new TaskSpec.BinaryClassifier(use.usage()),
            "Regressor", TaskReaders::regressor);

    private TaskReaders() {}

    private static TaskSpec regressor(AnnotationUse use) {
        return new TaskSpec.Regressor(
                use.usage(),
                use.integer("outputs"),
                use.constant("loss", RegressionLoss.class).value(),
                use.number("delta"));
    }
}
