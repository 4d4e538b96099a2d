package io.regulus.processor.graph;

import io.regulus.annotations.Padding;
import io.regulus.processor.spec.Conv1DSpec;
import io.regulus.processor.spec.Conv2DSpec;
import io.regulus.processor.spec.Conv2DTransposeSpec;
import io.regulus.processor.spec.ConvolutionSpec;
import io.regulus.processor.spec.DepthwiseConv2DSpec;
import io.regulus.processor.spec.PoolSpec;
import io.regulus.processor.spec.SeparableConv2DSpec;
import io.regulus.processor.spec.UpSamplingSpec;
import java.util.List;
import java.util.Optional;

/** Operations that slide a window over an image or a sequence. */
final class WindowOperations {
    private WindowOperations() {}

    static Conv1DOp conv1D(Conv1DSpec spec, LayerBuilder layer) {
        int filters = spec.filters().value();
        int window = spec.kernel().value().get(0);
        layer.activateAfterNorm(spec.activation().value());
        Variable kernel =
                layer.kernel(spec.kernelInitializer(), window, layer.input().channels(), filters);
        return new Conv1DOp(
                kernel,
                Operations.bias(layer, spec, filters),
                spec.strides().value().get(0),
                spec.dilation().value().get(0),
                spec.padding(),
                spec.causal());
    }

    static Conv2DOp conv2D(Conv2DSpec spec, LayerBuilder layer) {
        int filters = spec.filters().value();
        layer.activateAfterNorm(spec.activation().value());
        List<Integer> window = pair(spec.kernel().value());
        Variable kernel = layer.kernel(
                spec.kernelInitializer(),
                window.get(0),
                window.get(1),
                layer.input().channels(),
                filters);
        return new Conv2DOp(
                kernel,
                Operations.bias(layer, spec, filters),
                pair(spec.strides().value()),
                pair(spec.dilation().value()),
                spec.padding());
    }

    static Conv2DTransposeOp conv2DTranspose(Conv2DTransposeSpec spec, LayerBuilder layer) {
        int filters = spec.filters().value();
        layer.activateAfterNorm(spec.activation().value());
        List<Integer> window = pair(spec.kernel().value());
        Variable kernel = layer.variable(
                "kernel",
                spec.kernelInitializer(),
                window.get(0),
                window.get(1),
                layer.input().channels(),
                filters);
        return new Conv2DTransposeOp(
                kernel,
                Operations.bias(layer, spec, filters),
                pair(spec.strides().value()),
                layer.step().output(),
                spec.padding());
    }

    static UpSamplingOp upSampling(UpSamplingSpec spec, LayerBuilder layer) {
        return new UpSamplingOp(layer.step().output(), pair(spec.size().value()), spec.interpolation());
    }

    static DepthwiseConv2DOp depthwiseConv2D(DepthwiseConv2DSpec spec, LayerBuilder layer) {
        int multiplier = spec.depthMultiplier().value();
        layer.activateAfterNorm(spec.activation().value());
        Variable kernel = kernel("kernel", spec, layer, multiplier);
        return depthwise(
                spec, kernel, Operations.bias(layer, spec, layer.input().channels() * multiplier));
    }

    /** Two convolutions with nothing between; the bias is that of the second. */
    static List<Operation> separableConv2D(SeparableConv2DSpec spec, LayerBuilder layer) {
        int multiplier = spec.depthMultiplier().value();
        int filters = spec.filters().value();
        int channels = layer.input().channels() * multiplier;
        layer.activateAfterNorm(spec.activation().value());
        Variable each = kernel("depthwise_kernel", spec, layer, multiplier);
        Variable mixing = layer.variable("pointwise_kernel", spec.kernelInitializer(), 1, 1, channels, filters);
        Optional<Variable> bias = Operations.bias(layer, spec, filters);
        List<Integer> one = List.of(1, 1);
        return List.of(depthwise(spec, each, Optional.empty()), new Conv2DOp(mixing, bias, one, one, Padding.VALID));
    }

    private static DepthwiseConv2DOp depthwise(ConvolutionSpec spec, Variable kernel, Optional<Variable> bias) {
        return new DepthwiseConv2DOp(
                kernel,
                bias,
                spec.strides().value().get(0),
                pair(spec.dilation().value()),
                spec.padding());
    }

    /** A kernel [height, width, channels, filters]. */
    private static Variable kernel(String name, ConvolutionSpec spec, LayerBuilder layer, int filters) {
        List<Integer> window = pair(spec.kernel().value());
        return layer.variable(
                name,
                spec.kernelInitializer(),
                window.get(0),
                window.get(1),
                layer.input().channels(),
                filters);
    }

    static PoolOp pool(PoolSpec spec) {
        List<Integer> window = spec.pool().value();
        return spec.sequence()
                ? new PoolOp(spec.max(), window, spec.steps(), spec.padding())
                : new PoolOp(spec.max(), pair(window), pair(spec.steps()), spec.padding());
    }

    /** One number stands for both directions. */
    private static List<Integer> pair(List<Integer> numbers) {
        return numbers.size() == 1 ? List.of(numbers.get(0), numbers.get(0)) : numbers;
    }
}
