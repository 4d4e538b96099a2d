package io.regulus.processor.check;

import io.regulus.processor.spec.InputSpec;
import io.regulus.processor.spec.NetworkSpec;
import io.regulus.processor.spec.OptimizerSpec;
import io.regulus.processor.spec.TaskSpec;
import io.regulus.processor.spec.TensorShape;
import java.util.List;

/**
 * A network that has passed every check: the only thing later stages accept, and made only by {@link ModelChecker}.
 *
 * @param spec what the user wrote
 * @param input the one input
 * @param fields the layers, each after the ones it reads
 * @param output name of the field that is the network's output
 * @param task the one task
 * @param optimizer the one optimizer
 */
public record ValidModel(
        NetworkSpec spec,
        InputSpec input,
        List<ValidField> fields,
        String output,
        TaskSpec task,
        OptimizerSpec optimizer) {
    public ValidModel {
        fields = List.copyOf(fields);
    }

    /** The shape of the input. */
    public TensorShape inputShape() {
        return new TensorShape(input.shape().value());
    }
}
