package io.regulus.processor.check.shape;

import io.regulus.processor.spec.PermuteSpec;
import io.regulus.processor.spec.ReshapeSpec;
import io.regulus.processor.spec.TensorShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Shapes of what puts the values that come in into another shape. */
final class ReshapeShapes {
    private ReshapeShapes() {}

    /** As many values as come in, as one of the shapes that a row can have. */
    static Optional<TensorShape> of(ReshapeSpec spec, TensorShape input, Report report) {
        List<Integer> dims = spec.shape().value();
        if (dims.isEmpty() || dims.size() > 3) {
            return report.cannotReshape(
                    spec,
                    "a row is {features}, {steps, features} or {height, width, channels}, and this has " + dims.size()
                            + " dimensions",
                    "Join dimensions, or leave some out.");
        }
        long size = Sizes.product(dims);
        if (size != input.size()) {
            return report.cannotReshape(
                    spec,
                    dims + " has " + Sizes.text(size) + " values, and " + input + " comes in with " + input.size(),
                    cure(dims, input.size()));
        }
        return Optional.of(new TensorShape(dims));
    }

    /** The dimensions that come in, each once. */
    static Optional<TensorShape> permute(PermuteSpec spec, TensorShape input, Report report) {
        List<Integer> order = spec.order().value();
        List<Integer> every = IntStream.rangeClosed(1, input.rank()).boxed().toList();
        if (!order.stream().sorted().toList().equals(every)) {
            List<Integer> reversed = new ArrayList<>(every);
            Collections.reverse(reversed);
            return report.axes(
                    spec,
                    order + " does not name each of the " + input.rank() + " dimensions of " + input + " once",
                    input.rank() == 1
                            ? "A row of numbers has one dimension: remove it."
                            : "Write @Permute({"
                                    + reversed.stream().map(String::valueOf).collect(Collectors.joining(", "))
                                    + "}), for example.");
        }
        return Optional.of(new TensorShape(
                order.stream().map(axis -> input.dims().get(axis - 1)).toList()));
    }

    /** The shape with one number changed so that it fits, the last one that can be. */
    private static String cure(List<Integer> dims, long size) {
        for (int i = dims.size() - 1; i >= 0; i--) {
            List<Integer> fitting = new ArrayList<>(dims);
            fitting.set(i, 1);
            long others = Sizes.product(fitting);
            if (size % others == 0) {
                fitting.set(i, (int) (size / others));
                return "Write @Reshape({"
                        + fitting.stream().map(String::valueOf).collect(Collectors.joining(", ")) + "}), for example.";
            }
        }
        return "Write numbers whose product is " + size + ".";
    }
}
