package io.regulus.processor.spec;

import io.regulus.annotations.ActivationFunction;
import io.regulus.annotations.Initializer;
import java.util.function.IntUnaryOperator;

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
    public OpSpec sized(IntUnaryOperator size) {
        return new TransformerBlockSpec(
                usage.sized("heads", size).sized("keyDim", size).sized("feedForward", size),
                heads.with(size.applyAsInt(heads.value())),
                keyDim.with(size.applyAsInt(keyDim.value())),
                feedForward.with(size.applyAsInt(feedForward.value())),
                activation,
                normFirst,
                causal,
                kernelInitializer);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.transformerBlock(this);
    }
}
