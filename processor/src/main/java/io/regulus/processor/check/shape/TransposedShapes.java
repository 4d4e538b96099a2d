package io.regulus.processor.check.shape;

import io.regulus.annotations.Padding;
import io.regulus.processor.spec.Conv2DTransposeSpec;
import io.regulus.processor.spec.TensorShape;
import java.util.List;
import java.util.Optional;

/** Shape of a transposed convolution: that of an image of which the convolution makes what comes in. */
final class TransposedShapes {
    private TransposedShapes() {}

    static Optional<TensorShape> of(Conv2DTransposeSpec spec, TensorShape input, Report report) {
        boolean numbersFit = isOneOrTwo(spec.kernel().value())
                && isOneOrTwo(spec.strides().value())
                && (spec.outputPadding().value().isEmpty()
                        || isOneOrTwo(spec.outputPadding().value()));
        // too few or too many numbers are reported by a rule
        if (!report.fits(spec, false, input) || !numbersFit) {
            return Optional.empty();
        }
        int filters = spec.filters().value();
        Line down = Line.of(spec, 0, input);
        Line right = Line.of(spec, 1, input);
        for (Line line : List.of(down, right)) {
            if (!line.fits()) {
                return report.outputPadding(spec, line.why(), line.cure());
            }
        }
        boolean kernelFits = report.kernel(spec, List.of(down.window(), right.window(), input.channels(), filters));
        return kernelFits ? report.image(spec, down.output(), right.output(), filters) : Optional.empty();
    }

    private static boolean isOneOrTwo(List<Integer> numbers) {
        return numbers.size() == 1 || numbers.size() == 2;
    }

    /**
     * One direction.
     *
     * @param size how many values come in
     * @param window size of the kernel
     * @param stride how far apart the windows of neighbours are
     * @param same whether the padding is {@code SAME}
     * @param more the output padding, where it is written
     */
    private record Line(long size, int window, int stride, boolean same, Optional<Integer> more) {
        static Line of(Conv2DTransposeSpec spec, int direction, TensorShape input) {
            List<Integer> padding = spec.outputPadding().value();
            return new Line(
                    input.dims().get(direction),
                    number(spec.kernel().value(), direction),
                    number(spec.strides().value(), direction),
                    spec.padding() == Padding.SAME,
                    padding.isEmpty() ? Optional.empty() : Optional.of(number(padding, direction)));
        }

        private static int number(List<Integer> numbers, int direction) {
            return numbers.get(Math.min(direction, numbers.size() - 1));
        }

        /** Keras's: {@code deconv_output_length}. */
        long output() {
            if (more.isPresent()) {
                return least() + more.get();
            }
            return same ? size * stride : size * stride + Math.max(window - stride, 0);
        }

        /** The output without output padding. */
        private long least() {
            return (size - 1) * stride + window - (same ? 2L * (window / 2) : 0);
        }

        /** Whether the convolution of the output has as many places as values come in. */
        boolean fits() {
            long output = output();
            long places = same ? (output + stride - 1) / stride : Math.floorDiv(output - window, stride) + 1L;
            return more.map(number -> number < stride).orElse(true) && output > 0 && places == size;
        }

        String why() {
            return "outputPadding = " + more.orElse(0) + " beside a stride of " + stride + " gives " + output()
                    + " places, of which no convolution makes the " + size + " that come in";
        }

        String cure() {
            // with SAME an even window has a place less
            int first = same && window % 2 == 0 ? 1 : 0;
            int last = stride - 1;
            if (first > last) {
                return "Leave it out.";
            }
            return first == last
                    ? "Write " + first + ", or leave it out."
                    : "Write a number from " + first + " to " + last + ", or leave it out.";
        }
    }
}
