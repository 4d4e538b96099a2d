package io.regulus.processor.check.shape;

import io.regulus.processor.spec.Conv1DSpec;
import io.regulus.processor.spec.Conv2DSpec;
import io.regulus.processor.spec.ConvolutionSpec;
import io.regulus.processor.spec.DepthwiseConv2DSpec;
import io.regulus.processor.spec.GlobalPoolSpec;
import io.regulus.processor.spec.OpSpec;
import io.regulus.processor.spec.PoolSpec;
import io.regulus.processor.spec.SeparableConv2DSpec;
import io.regulus.processor.spec.TensorShape;
import io.regulus.processor.spec.UpSamplingSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shapes of the operations that slide a window over an image or a sequence, or pool all of it. */
final class WindowShapes {
    private static final List<Integer> UNDILATED = List.of(1);

    private WindowShapes() {}

    static Optional<TensorShape> conv1D(Conv1DSpec spec, TensorShape input, Report report) {
        int filters = spec.filters().value();
        return convolution(spec, true, input, filters, report)
                .filter(output ->
                        report.kernel(spec, List.of(spec.kernel().value().get(0), input.channels(), filters)));
    }

    static Optional<TensorShape> conv2D(Conv2DSpec spec, TensorShape input, Report report) {
        int filters = spec.filters().value();
        return convolution(spec, false, input, filters, report)
                .filter(output -> report.kernel(spec, kernel(spec, input.channels(), filters)));
    }

    static Optional<TensorShape> depthwiseConv2D(DepthwiseConv2DSpec spec, TensorShape input, Report report) {
        int multiplier = spec.depthMultiplier().value();
        return channels(spec, multiplier, input, report)
                .flatMap(channels -> convolution(spec, false, input, channels, report))
                .filter(output -> report.kernel(spec, kernel(spec, input.channels(), multiplier)));
    }

    static Optional<TensorShape> separableConv2D(SeparableConv2DSpec spec, TensorShape input, Report report) {
        int multiplier = spec.depthMultiplier().value();
        int filters = spec.filters().value();
        return channels(spec, multiplier, input, report)
                .flatMap(channels -> convolution(spec, false, input, filters, report)
                        .filter(output -> report.kernel(spec, kernel(spec, input.channels(), multiplier))
                                && report.kernel(spec, List.of(channels, filters))));
    }

    static Optional<TensorShape> pool(PoolSpec spec, TensorShape input, Report report) {
        return slide(spec, spec.sequence(), input, input.channels(), report, directions -> {
            List<Integer> pool = spec.pool().value();
            return isOneFor(directions, pool) && isOneFor(directions, spec.steps())
                    ? Optional.of(Window.of(directions, pool, spec.steps(), UNDILATED, spec.padding()))
                    : Optional.empty();
        });
    }

    static Optional<TensorShape> globalPool(GlobalPoolSpec spec, TensorShape input, Report report) {
        return report.fits(spec, spec.sequence(), input)
                ? Optional.of(TensorShape.of(input.channels()))
                : Optional.empty();
    }

    static Optional<TensorShape> upSampling(UpSamplingSpec spec, TensorShape input, Report report) {
        List<Integer> size = spec.size().value();
        if (!report.fits(spec, false, input) || !isOneFor(2, size)) {
            return Optional.empty();
        }
        long height = (long) input.dims().get(0) * size.get(0);
        long width = (long) input.dims().get(1) * size.get(size.size() - 1);
        return report.image(spec, height, width, input.channels());
    }

    private static List<Integer> kernel(ConvolutionSpec spec, int channels, int filters) {
        List<Integer> window = spec.kernel().value();
        return List.of(window.get(0), window.get(window.size() - 1), channels, filters);
    }

    /** The channels of a depthwise convolution, unless they are too many for any row. */
    private static Optional<Integer> channels(ConvolutionSpec spec, int multiplier, TensorShape input, Report report) {
        long channels = (long) input.channels() * multiplier;
        return report.rowOf(spec, channels) ? Optional.of((int) channels) : Optional.empty();
    }

    private static Optional<TensorShape> convolution(
            ConvolutionSpec spec, boolean sequence, TensorShape input, int channels, Report report) {
        return slide(spec, sequence, input, channels, report, directions -> {
            List<Integer> size = spec.kernel().value();
            List<Integer> strides = spec.strides().value();
            List<Integer> dilation = spec.dilation().value();
            return isOneFor(directions, size) && isOneFor(directions, strides) && isOneFor(directions, dilation)
                    ? Optional.of(Window.of(directions, size, strides, dilation, spec.padding()))
                    : Optional.empty();
        });
    }

    /** The window, unless its numbers are too few or too many, which a rule reports. */
    @FunctionalInterface
    private interface Windows {
        Optional<Window> in(int directions);
    }

    private static boolean isOneFor(int directions, List<Integer> numbers) {
        return numbers.size() == 1 || numbers.size() == directions;
    }

    private static Optional<TensorShape> slide(
            OpSpec spec, boolean sequence, TensorShape input, int channels, Report report, Windows windows) {
        if (!report.fits(spec, sequence, input)) {
            return Optional.empty();
        }
        List<Integer> places = input.dims().subList(0, input.rank() - 1);
        Optional<Window> window = windows.in(places.size());
        if (window.isPresent() && !window.get().fits(places)) {
            return report.windowTooLarge(spec, window.get(), input);
        }
        return window.flatMap(fitting -> {
            List<Integer> dims = new ArrayList<>(fitting.output(places));
            dims.add(channels);
            return report.row(spec, dims);
        });
    }
}
