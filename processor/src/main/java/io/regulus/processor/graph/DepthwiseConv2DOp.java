package io.regulus.processor.graph;

import io.regulus.annotations.Padding;
import java.util.List;
import java.util.Optional;

/** A convolution of each channel by itself; dilation is vertical, horizontal, and all ones where the stride is above 1. */
public record DepthwiseConv2DOp(
        Variable kernel, Optional<Variable> bias, int stride, List<Integer> dilation, Padding padding)
        implements Operation {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.depthwiseConv2d(this);
    }
}
