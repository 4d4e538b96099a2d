package io.regulus.processor.graph;

import java.util.List;

/** The dimensions in another order, counted from 1. */
public record PermuteOp(List<Integer> order) implements Operation {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.permute(this);
    }
}
