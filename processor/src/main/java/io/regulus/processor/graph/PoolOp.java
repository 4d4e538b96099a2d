package io.regulus.processor.graph;

import io.regulus.annotations.Padding;
import java.util.List;

/** A pooling; window and strides are vertical, horizontal for an image, one number for a sequence. */
public record PoolOp(boolean max, List<Integer> window, List<Integer> strides, Padding padding) implements Operation {
    /** Whether it pools the steps of a sequence. */
    public boolean overSteps() {
        return window.size() == 1;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.pool(this);
    }
}
