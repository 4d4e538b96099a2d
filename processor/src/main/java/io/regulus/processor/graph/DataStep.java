package io.regulus.processor.graph;

import io.regulus.processor.spec.DataSpec;
import io.regulus.processor.spec.InputSpec;
import io.regulus.processor.spec.NetworkSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happens to an input before the first layer.
 *
 * @param spec what
 * @param numbers its hyperparameters by the elements of the annotation
 */
public record DataStep(DataSpec spec, Map<String, Hyperparameter> numbers) {
    public DataStep {
        numbers = Map.copyOf(numbers);
    }

    /** What happens to an input, in the order in which it does. */
    static List<DataStep> of(NetworkSpec network, InputSpec input, Hyperparameters numbers) {
        return network.data(input).stream()
                .map(spec -> of(network, input, spec, numbers))
                .toList();
    }

    private static DataStep of(NetworkSpec network, InputSpec input, DataSpec spec, Hyperparameters numbers) {
        boolean onClass = network.policies().contains(spec);
        return new DataStep(spec, numbers.ofPolicy(spec, onClass ? Optional.empty() : Optional.of(input.name())));
    }

    /** The hyperparameter that an element of the annotation stands for. */
    public Hyperparameter number(String element) {
        return numbers.get(element);
    }
}
