package io.regulus.processor.graph;

import io.regulus.annotations.Padding;
import io.regulus.processor.spec.Conv2DSpec;
import java.util.List;
import java.util.Optional;

/** Operations that slide a window over an image. */
final class WindowOperations {
    private WindowOperations() {}

    static void conv2D(Conv2DSpec spec, LayerBuilder layer) {
        List<Integer> window = pair(spec.kernel().value());
        int filters = spec.filters().value();
        layer.activateAfterNorm(spec.activation().value());
        Variable kernel = layer.variable(
                "kernel",
                spec.kernelInitializer(),
                window.get(0),
                window.get(1),
                layer.input().channels(),
                filters);
        Optional<Variable> bias = Operations.bias(layer, spec, filters);
        layer.add(new Conv2DOp(kernel, bias, pair(spec.strides().value()), spec.padding()));
    }

    /** A pooling; without strides of its own it steps by its window. */
    static Pool2DOp pool(boolean max, List<Integer> window, List<Integer> strides, Padding padding) {
        return new Pool2DOp(max, pair(window), pair(strides.isEmpty() ? window : strides), padding);
    }

    /** One number stands for both directions. */
    private static List<Integer> pair(List<Integer> numbers) {
        return numbers.size() == 1 ? List.of(numbers.get(0), numbers.get(0)) : numbers;
    }
}
