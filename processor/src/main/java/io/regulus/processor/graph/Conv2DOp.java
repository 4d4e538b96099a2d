package io.regulus.processor.graph;

import io.regulus.annotations.Padding;
import java.util.List;
import java.util.Optional;

/** A convolution over images; strides and dilation are vertical, horizontal, and one of them is all ones. */
public record Conv2DOp(
        Variable kernel, Optional<Variable> bias, List<Integer> strides, List<Integer> dilation, Padding padding)
        implements Operation {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.conv2d(this);
    }
}
