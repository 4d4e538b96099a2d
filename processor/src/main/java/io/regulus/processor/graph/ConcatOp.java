package io.regulus.processor.graph;

/** The layer's inputs joined along the last axis. */
public record ConcatOp(int inputs) implements Operation {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.concat(this);
    }
}
