package io.regulus.processor.spec;

import io.regulus.annotations.ActivationFunction;
import io.regulus.annotations.Initializer;
import io.regulus.annotations.Padding;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * {@code @Conv2DTranspose} as written.
 *
 * @param outputPadding empty where the padding says how large the output is
 */
public record Conv2DTransposeSpec(
        Usage usage,
        Written<Integer> filters,
        Written<List<Integer>> kernel,
        Written<List<Integer>> strides,
        Padding padding,
        Written<List<Integer>> outputPadding,
        Written<ActivationFunction> activation,
        Written<Boolean> useBias,
        Initializer kernelInitializer)
        implements WeightedSpec {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.conv2DTranspose(this);
    }

    @Override
    public OpSpec sized(IntUnaryOperator size) {
        return new Conv2DTransposeSpec(
                usage.sized("filters", size),
                filters.with(size.applyAsInt(filters.value())),
                kernel,
                strides,
                padding,
                outputPadding,
                activation,
                useBias,
                kernelInitializer);
    }
}
