package io.regulus.processor.graph;

import io.regulus.annotations.DataType;
import io.regulus.processor.spec.DataSpec;
import io.regulus.processor.spec.InputSpec;
import io.regulus.processor.spec.NetworkSpec;
import io.regulus.processor.spec.TensorShape;
import java.util.List;

/**
 * An input of the graph.
 *
 * @param spec what is fed
 * @param shape of a row
 * @param data what happens to it before the first layer, in this order
 */
public record InputNode(InputSpec spec, TensorShape shape, List<DataStep> data) {
    public InputNode {
        data = List.copyOf(data);
    }

    static InputNode of(NetworkSpec network, InputSpec spec, Hyperparameters numbers) {
        return new InputNode(spec, new TensorShape(spec.shape().value()), DataStep.of(network, spec, numbers));
    }

    /** The field. */
    public String name() {
        return spec.name();
    }

    /** What is fed. */
    public DataType type() {
        return spec.type();
    }

    /** Whether what is fed is not what the layers take. */
    public boolean converts() {
        return spec.type() != DataType.FLOAT32 || spec.scale() != 1 || !data.isEmpty();
    }

    /** Whether its mean and deviation are learned from the training data. */
    public boolean isStandardized() {
        return data.stream().anyMatch(step -> step.spec() instanceof DataSpec.Standardize);
    }
}
