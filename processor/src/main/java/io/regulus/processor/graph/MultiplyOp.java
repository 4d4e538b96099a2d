package io.regulus.processor.graph;

import io.regulus.processor.spec.TensorShape;
import java.util.List;

/** Product of the layer's inputs, each brought to one number of dimensions. */
public record MultiplyOp(List<TensorShape> inputs, int rank) implements Operation {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.multiply(this);
    }
}
