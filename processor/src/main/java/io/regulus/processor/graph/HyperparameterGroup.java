package io.regulus.processor.graph;

import java.util.List;

/**
 * The numbers of one field, of the class, of the optimizer or of the task.
 *
 * @param name its name, as a component of the hyperparameters
 * @param numbers at least one
 */
public record HyperparameterGroup(String name, List<Hyperparameter> numbers) {
    public HyperparameterGroup {
        numbers = List.copyOf(numbers);
    }
}
