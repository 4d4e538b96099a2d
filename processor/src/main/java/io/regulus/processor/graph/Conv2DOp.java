package io.regulus.processor.graph;

import io.regulus.annotations.Padding;
import java.util.List;
import java.util.Optional;

/** A convolution; window and strides are vertical, horizontal. */
public record Conv2DOp(Variable kernel, Optional<Variable> bias, List<Integer> strides, Padding padding)
        implements Operation {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.conv2d(this);
    }
}
