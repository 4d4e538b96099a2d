package io.regulus.processor.graph;

/** Sum of the layer's inputs. */
public record AddOp(int inputs) implements Operation {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.add(this);
    }
}
