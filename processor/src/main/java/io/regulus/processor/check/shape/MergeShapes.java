package io.regulus.processor.check.shape;

import io.regulus.processor.spec.AddSpec;
import io.regulus.processor.spec.ConcatSpec;
import io.regulus.processor.spec.DotSpec;
import io.regulus.processor.spec.MultiplySpec;
import io.regulus.processor.spec.TensorShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Shapes of the operations that make one of several inputs. */
final class MergeShapes {
    private static final int MOST_DIMENSIONS = 3;

    private MergeShapes() {}

    static Optional<TensorShape> add(AddSpec spec, List<String> names, List<TensorShape> inputs, Report report) {
        Optional<Integer> odd = differing(inputs, TensorShape::dims);
        return odd.isPresent()
                ? report.doNotMerge(
                        spec,
                        "inputs of one shape are added",
                        names.get(0),
                        names.get(odd.get()),
                        addCure(inputs.get(0), inputs.get(odd.get())))
                : Optional.of(inputs.get(0));
    }

    private static String addCure(TensorShape left, TensorShape right) {
        if (left.rank() != right.rank()) {
            return "Make a row of the image too, with @Flatten, @GlobalAvgPool2D or @Dense, as long as the other.";
        }
        if (allButLast(left).equals(allButLast(right))) {
            return "Give the layers before it the same number of outputs, or use @Concat.";
        }
        String channels = left.channels() == right.channels() ? "" : " and the same number of channels";
        return "Bring both to one height and width" + channels
                + ": write padding = SAME with equal strides in the branch, or name a layer of the right size in @From.";
    }

    static Optional<TensorShape> concat(ConcatSpec spec, List<String> names, List<TensorShape> inputs, Report report) {
        Optional<Integer> odd = differing(inputs, MergeShapes::allButLast);
        if (odd.isPresent()) {
            return report.doNotMerge(
                    spec,
                    "inputs are joined along their last axis and must agree in the others",
                    names.get(0),
                    names.get(odd.get()),
                    "Bring both to one height and width, or flatten both.");
        }
        long channels = inputs.stream().mapToLong(TensorShape::channels).sum();
        if (!report.rowOf(spec, channels)) {
            return Optional.empty();
        }
        List<Integer> dims = new ArrayList<>(allButLast(inputs.get(0)));
        dims.add((int) channels);
        return report.row(spec, dims);
    }

    /** Axis by axis the larger size, where the other is the same or 1. */
    static Optional<TensorShape> multiply(
            MultiplySpec spec, List<String> names, List<TensorShape> inputs, Report report) {
        int rank = inputs.stream().mapToInt(TensorShape::rank).max().orElseThrow();
        List<Integer> product = inputs.get(0).withRank(rank).dims();
        for (int i = 1; i < inputs.size(); i++) {
            List<Integer> next = inputs.get(i).withRank(rank).dims();
            List<Integer> both = new ArrayList<>();
            for (int axis = 0; axis < rank; axis++) {
                int one = product.get(axis);
                int other = next.get(axis);
                if (one != other && one != 1 && other != 1) {
                    return report.doNotMerge(
                            spec,
                            "inputs are multiplied axis by axis, and the sizes of an axis are equal or 1",
                            names.get(0),
                            names.get(i),
                            "Give both the same size, or one of them a size of 1 there, as a gate of [channels] has.");
                }
                both.add(Math.max(one, other));
            }
            product = both;
        }
        return report.row(spec, product);
    }

    /** What is left of both without the axes that are summed over; one number where nothing is. */
    static Optional<TensorShape> dot(DotSpec spec, List<String> names, List<TensorShape> inputs, Report report) {
        TensorShape first = inputs.get(0);
        TensorShape second = inputs.get(1);
        int axes = spec.axes().value().size();
        if (axes != 1 && axes != 2) {
            return report.axes(
                    spec,
                    "it takes one axis for both inputs, or one of each, and here are " + axes,
                    "Write axes = 1, or axes = {2, 1}.");
        }
        if (spec.firstAxis() > first.rank() || spec.secondAxis() > second.rank()) {
            return report.axes(
                    spec,
                    first + " and " + second + " have " + first.rank() + " and " + second.rank()
                            + " axes, and it names " + spec.firstAxis() + " and " + spec.secondAxis(),
                    "Count them from 1, without that of the rows.");
        }
        if (!first.dims().get(spec.firstAxis() - 1).equals(second.dims().get(spec.secondAxis() - 1))) {
            return report.doNotMerge(
                    spec,
                    "inputs are multiplied along axis " + spec.firstAxis() + " of the one and " + spec.secondAxis()
                            + " of the other, which must be of one size",
                    names.get(0),
                    names.get(1),
                    "Name axes of one size in axes, or give the layers the same number of outputs.");
        }
        List<Integer> dims = new ArrayList<>(without(first, spec.firstAxis()));
        dims.addAll(without(second, spec.secondAxis()));
        if (dims.size() > MOST_DIMENSIONS) {
            return report.axes(
                    spec,
                    "a row has " + MOST_DIMENSIONS + " dimensions at most, and this would have " + dims.size() + ", "
                            + dims,
                    "Make one of the inputs smaller first, with a pooling, @Flatten or @Reshape.");
        }
        return report.row(spec, dims.isEmpty() ? List.of(1) : dims);
    }

    private static List<Integer> without(TensorShape shape, int axis) {
        List<Integer> dims = new ArrayList<>(shape.dims());
        dims.remove(axis - 1);
        return dims;
    }

    /** Index of the first input that differs from the first one. */
    private static Optional<Integer> differing(List<TensorShape> inputs, Function<TensorShape, List<Integer>> part) {
        return IntStream.range(1, inputs.size())
                .boxed()
                .filter(i -> !part.apply(inputs.get(i)).equals(part.apply(inputs.get(0))))
                .findFirst();
    }

    private static List<Integer> allButLast(TensorShape shape) {
        return shape.dims().subList(0, shape.rank() - 1);
    }
}
