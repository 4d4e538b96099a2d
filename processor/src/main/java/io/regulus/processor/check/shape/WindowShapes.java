package io.regulus.processor.check.shape;

import io.regulus.annotations.Padding;
import io.regulus.processor.spec.Conv2DSpec;
import io.regulus.processor.spec.OpSpec;
import io.regulus.processor.spec.TensorShape;
import java.util.List;
import java.util.Optional;

/** Shapes of the operations that slide a window over an image. */
final class WindowShapes {
    private WindowShapes() {}

    static Optional<TensorShape> conv2D(Conv2DSpec spec, TensorShape input, Report report) {
        int filters = spec.filters().value();
        return window(spec.kernel().value(), spec.strides().value(), spec.padding())
                .flatMap(window -> slide(spec, window, input, filters, report)
                        .filter(output -> report.kernel(
                                spec, List.of(window.height(), window.width(), input.channels(), filters))));
    }

    /** Without strides of its own a pooling steps by its window. */
    static Optional<TensorShape> pool(
            OpSpec spec, List<Integer> pool, List<Integer> strides, Padding padding, TensorShape input, Report report) {
        return window(pool, strides.isEmpty() ? pool : strides, padding)
                .flatMap(window -> slide(spec, window, input, input.channels(), report));
    }

    /** The window, unless its numbers are too few or too many, which a rule reports. */
    private static Optional<Window> window(List<Integer> size, List<Integer> strides, Padding padding) {
        return isOneOrTwo(size) && isOneOrTwo(strides)
                ? Optional.of(Window.of(size, strides, padding))
                : Optional.empty();
    }

    private static boolean isOneOrTwo(List<Integer> numbers) {
        return numbers.size() == 1 || numbers.size() == 2;
    }

    private static Optional<TensorShape> slide(
            OpSpec spec, Window window, TensorShape input, int channels, Report report) {
        if (!input.isImage()) {
            return report.needsImage(spec, input);
        }
        int height = input.dims().get(0);
        int width = input.dims().get(1);
        if (!window.fits(height, width)) {
            return report.windowTooLarge(spec, window, input);
        }
        return report.row(spec, List.of(window.outputHeight(height), window.outputWidth(width), channels));
    }
}
