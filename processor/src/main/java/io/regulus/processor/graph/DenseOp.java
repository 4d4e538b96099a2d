package io.regulus.processor.graph;

import java.util.Optional;

/**
 * x W + b.
 *
 * @param perStep whether it runs on each step of a sequence by itself
 */
public record DenseOp(Variable kernel, Optional<Variable> bias, boolean perStep) implements Operation {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.dense(this);
    }
}
