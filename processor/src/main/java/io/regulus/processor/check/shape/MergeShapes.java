package io.regulus.processor.check.shape;

import io.regulus.processor.spec.AddSpec;
import io.regulus.processor.spec.ConcatSpec;
import io.regulus.processor.spec.TensorShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Shapes of the operations that make one of several inputs. */
final class MergeShapes {
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
