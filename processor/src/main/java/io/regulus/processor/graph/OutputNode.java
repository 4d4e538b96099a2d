package io.regulus.processor.graph;

import io.regulus.annotations.RegressionLoss;
import io.regulus.processor.check.Output;
import io.regulus.processor.spec.NetworkSpec;
import io.regulus.processor.spec.NumberUse;
import io.regulus.processor.spec.TaskSpec;
import java.util.List;
import java.util.Optional;

/**
 * An output of the graph.
 *
 * @param name the field
 * @param task what it is for
 * @param group name of the record of the task's numbers: {@code task}, or the field where the task stands on it
 * @param emphasis what makes some rows count more than others in its loss
 * @param lossWeight what its loss counts, where there are several outputs
 */
public record OutputNode(
        String name, TaskSpec task, String group, Emphasis emphasis, Optional<Hyperparameter> lossWeight) {
    static List<OutputNode> of(NetworkSpec network, List<Output> outputs, Hyperparameters numbers) {
        boolean several = outputs.size() > 1;
        return outputs.stream()
                .map(output -> of(network, output, several, numbers))
                .toList();
    }

    private static OutputNode of(NetworkSpec network, Output output, boolean several, Hyperparameters numbers) {
        String name = output.field().name();
        TaskSpec task = output.task();
        String group = output.field().tasks().isEmpty() ? Hyperparameter.TASK : name;
        task.usage().numbers().stream()
                .filter(number -> !number.integral() && readsItsNumbers(task))
                .map(NumberUse::element)
                .filter(element -> !element.equals(TaskSpec.LOSS_WEIGHT))
                .forEach(element -> numbers.of(group, element, task.usage(), element));
        Emphasis emphasis = Emphasis.of(network, output.field(), numbers);
        Optional<Hyperparameter> weight = several
                ? Optional.of(numbers.of(group, TaskSpec.LOSS_WEIGHT, task.usage(), TaskSpec.LOSS_WEIGHT))
                : Optional.empty();
        return new OutputNode(name, task, group, emphasis, weight);
    }

    /** A regressor has one number of its own, delta, and only the Huber loss reads it. */
    private static boolean readsItsNumbers(TaskSpec task) {
        return !(task instanceof TaskSpec.Regressor regressor) || regressor.loss() == RegressionLoss.HUBER;
    }

    /** How many numbers it gives per row. */
    public int size() {
        return task.outputs().value();
    }
}
