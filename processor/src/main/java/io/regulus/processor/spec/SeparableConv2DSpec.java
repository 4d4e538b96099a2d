package io.regulus.processor.spec;

import io.regulus.annotations.ActivationFunction;
import io.regulus.annotations.Initializer;
import io.regulus.annotations.Padding;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** {@code @SeparableConv2D} as written. */
public record SeparableConv2DSpec(
        Usage usage,
        Written<Integer> filters,
        Written<List<Integer>> kernel,
        Written<List<Integer>> strides,
        Padding padding,
        Written<Integer> depthMultiplier,
        Written<List<Integer>> dilation,
        Written<ActivationFunction> activation,
        Written<Boolean> useBias,
        Initializer kernelInitializer)
        implements ConvolutionSpec {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.separableConv2D(this);
    }

    @Override
    public OpSpec sized(IntUnaryOperator size) {
        return new SeparableConv2DSpec(
                usage.sized("filters", size),
                filters.with(size.applyAsInt(filters.value())),
                kernel,
                strides,
                padding,
                depthMultiplier,
                dilation,
                activation,
                useBias,
                kernelInitializer);
    }
}
