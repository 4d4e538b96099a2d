package io.regulus.processor.check;

import io.regulus.processor.spec.InputSpec;
import io.regulus.processor.spec.NetworkSpec;
import io.regulus.processor.spec.OptimizerSpec;
import java.util.List;

/**
 * A network that has passed every check: the only thing later stages accept, and made only by {@link ModelChecker}.
 *
 * @param spec what the user wrote
 * @param inputs the inputs, in declaration order
 * @param fields the layers, each after the ones it reads
 * @param outputs the outputs with their tasks, in declaration order
 * @param optimizer the one optimizer
 */
public record ValidModel(
        NetworkSpec spec,
        List<InputSpec> inputs,
        List<ValidField> fields,
        List<Output> outputs,
        OptimizerSpec optimizer) {
    public ValidModel {
        inputs = List.copyOf(inputs);
        fields = List.copyOf(fields);
        outputs = List.copyOf(outputs);
    }
}
