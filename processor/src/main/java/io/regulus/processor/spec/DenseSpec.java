package io.regulus.processor.spec;

import io.regulus.annotations.ActivationFunction;
import io.regulus.annotations.Initializer;
import java.util.function.IntUnaryOperator;

/** {@code @Dense} as written. */
public record DenseSpec(
        Usage usage,
        Written<Integer> units,
        Written<ActivationFunction> activation,
        Written<Boolean> useBias,
        Initializer kernelInitializer)
        implements WeightedSpec {
    /** On a sequence it runs on each step by itself. */
    @Override
    public boolean keepsSteps() {
        return true;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.dense(this);
    }

    @Override
    public OpSpec sized(IntUnaryOperator size) {
        return new DenseSpec(
                usage.sized("units", size),
                units.with(size.applyAsInt(units.value())),
                activation,
                useBias,
                kernelInitializer);
    }
}
