package io.regulus.processor.graph;

/** Mean or largest value of each channel over a whole image or sequence. */
public record GlobalPoolOp(boolean max) implements Operation {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.globalPool(this);
    }
}
