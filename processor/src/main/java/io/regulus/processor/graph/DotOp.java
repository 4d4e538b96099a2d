package io.regulus.processor.graph;

/**
 * Dot products of the layer's two inputs.
 *
 * @param firstAxis of the first input, counted from 1
 * @param secondAxis of the second input
 */
public record DotOp(int firstAxis, int secondAxis, boolean normalize) implements Operation {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.dot(this);
    }
}
