package io.regulus.processor.graph;

import io.regulus.processor.spec.TensorShape;

/** The same values in another shape. */
public record ReshapeOp(TensorShape shape) implements Operation {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.reshape(this);
    }
}
