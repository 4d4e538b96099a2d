package io.regulus.processor.graph;

/** An image made a row of the given length. */
public record FlattenOp(long length) implements Operation {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.flatten(this);
    }
}
