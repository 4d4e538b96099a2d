package io.regulus.processor.graph;

import io.regulus.annotations.Padding;
import io.regulus.processor.spec.TensorShape;
import java.util.List;
import java.util.Optional;

/** A transposed convolution over images; strides are vertical, horizontal, and the output's shape says how it ends. */
public record Conv2DTransposeOp(
        Variable kernel, Optional<Variable> bias, List<Integer> strides, TensorShape output, Padding padding)
        implements Operation {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.conv2dTranspose(this);
    }
}
