package io.regulus.processor.graph;

import io.regulus.annotations.DataType;
import io.regulus.processor.spec.InputSpec;
import io.regulus.processor.spec.TensorShape;

/**
 * An input of the graph.
 *
 * @param spec what is fed
 * @param shape of a row
 */
public record InputNode(InputSpec spec, TensorShape shape) {
    static InputNode of(InputSpec spec) {
        return new InputNode(spec, new TensorShape(spec.shape().value()));
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
        return spec.type() != DataType.FLOAT32 || spec.scale() != 1;
    }
}
