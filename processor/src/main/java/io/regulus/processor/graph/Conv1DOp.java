package io.regulus.processor.graph;

import io.regulus.annotations.Padding;
import java.util.Optional;

/**
 * A convolution over sequences; stride or dilation is 1.
 *
 * @param padding what happens at the ends
 * @param causal whether the padding is all before the first step instead
 */
public record Conv1DOp(
        Variable kernel, Optional<Variable> bias, int stride, int dilation, Padding padding, boolean causal)
        implements Operation {
    @Override
    public boolean relatesSteps() {
        return true;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.conv1d(this);
    }
}
