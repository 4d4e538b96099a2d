package io.regulus.processor.graph;

import io.regulus.annotations.Padding;
import java.util.List;

/** A pooling; window and strides are vertical, horizontal. */
public record Pool2DOp(boolean max, List<Integer> window, List<Integer> strides, Padding padding) implements Operation {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.pool2d(this);
    }
}
