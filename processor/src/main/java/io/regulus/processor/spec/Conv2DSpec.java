package io.regulus.processor.spec;

import io.regulus.annotations.ActivationFunction;
import io.regulus.annotations.Initializer;
import io.regulus.annotations.Padding;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** {@code @Conv2D} as written. */
public record Conv2DSpec(
        Usage usage,
        Written<Integer> filters,
        Written<List<Integer>> kernel,
        Written<List<Integer>> strides,
        Padding padding,
        Written<List<Integer>> dilation,
        Written<ActivationFunction> activation,
        Written<Boolean> useBias,
        Initializer kernelInitializer)
        implements ConvolutionSpec {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.conv2D(this);
    }

    @Override
    public OpSpec sized(IntUnaryOperator size) {
        return new Conv2DSpec(
                usage.sized("filters", size),
                filters.with(size.applyAsInt(filters.value())),
                kernel,
                strides,
                padding,
                dilation,
                activation,
                useBias,
                kernelInitializer);
    }
}
