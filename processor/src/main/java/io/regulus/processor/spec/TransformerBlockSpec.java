package io.regulus.processor.spec;

import io.regulus.annotations.ActivationFunction;
import io.regulus.annotations.Initializer;

/** {@code @TransformerBlock} as written. */
public record TransformerBlockSpec(
        Usage usage,
        Written<Integer> heads,
        Written<Integer> keyDim,
        Written<Integer> feedForward,
        Written<ActivationFunction> activation,
        boolean normFirst,
        boolean causal,
        Initializer kernelInitializer)
        implements OpSpec {
    @Override
    public Slot slot() {
        return Slot.LAYER;
    }

    @Override
    public boolean keepsSteps() {
        return true;
    }

    @Override
    public boolean usesMask() {
        return true;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.transformerBlock(this);
    }
}
