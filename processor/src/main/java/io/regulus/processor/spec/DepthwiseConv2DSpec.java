package io.regulus.processor.spec;

import io.regulus.annotations.ActivationFunction;
import io.regulus.annotations.Initializer;
import io.regulus.annotations.Padding;
import java.util.List;

/** {@code @DepthwiseConv2D} as written. */
public record DepthwiseConv2DSpec(
        Usage usage,
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
        return cases.depthwiseConv2D(this);
    }
}
