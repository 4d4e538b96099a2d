package io.regulus.processor.spec;

import io.regulus.annotations.ActivationFunction;
import io.regulus.annotations.Initializer;
import io.regulus.annotations.Padding;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * {@code @Conv1D} as written.
 *
 * @param ends what happens at the ends where it is not causal
 */
public record Conv1DSpec(
        Usage usage,
        Written<Integer> filters,
        Written<List<Integer>> kernel,
        Written<List<Integer>> strides,
        Written<Padding> ends,
        boolean causal,
        Written<List<Integer>> dilation,
        Written<ActivationFunction> activation,
        Written<Boolean> useBias,
        Initializer kernelInitializer)
        implements ConvolutionSpec {
    /** A causal convolution has as many places as one that is padded at both ends. */
    @Override
    public Padding padding() {
        return causal ? Padding.SAME : ends.value();
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.conv1D(this);
    }

    @Override
    public OpSpec sized(IntUnaryOperator size) {
        return new Conv1DSpec(
                usage.sized("filters", size),
                filters.with(size.applyAsInt(filters.value())),
                kernel,
                strides,
                ends,
                causal,
                dilation,
                activation,
                useBias,
                kernelInitializer);
    }
}
