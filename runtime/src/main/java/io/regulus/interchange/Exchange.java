package io.regulus.interchange;

import io.regulus.save.ElementType;
import io.regulus.save.VariableShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Weights of a model, and the tensors of another library that hold the same numbers: mostly one and one, but PyTorch has query, key
 * and value of an attention in one tensor and the bias of an LSTM in two.
 *
 * @param ours weights of the model
 * @param theirs tensors of the other library, by full name
 * @param in makes the values of ours from those of theirs, all row-major
 * @param out the way back
 */
public record Exchange(List<VariableShape> ours, List<VariableShape> theirs, Conversion in, Conversion out) {
    /** Values of several tensors made from those of others, in the order of the tensors; what it is given stays as it is. */
    @FunctionalInterface
    public interface Conversion {
        /** Converts. */
        List<float[]> apply(List<float[]> values);
    }

    public Exchange {
        ours = List.copyOf(ours);
        theirs = List.copyOf(theirs);
    }

    /** A tensor with the same numbers in the same order. */
    public static Exchange same(VariableShape weight, String theirs) {
        return reshaped(weight, theirs, weight.shape());
    }

    /** A tensor with the same numbers in the same order, its dimensions cut or joined otherwise. */
    public static Exchange reshaped(VariableShape weight, String theirs, List<Long> shape) {
        return new Exchange(List.of(weight), List.of(tensor(theirs, shape)), values -> values, values -> values);
    }

    /**
     * A tensor with its axes in another order.
     *
     * @param axes which axis of the weight is the first of the tensor, the second and so on
     */
    public static Exchange transposed(VariableShape weight, String theirs, int... axes) {
        return transposed(
                weight,
                theirs,
                weight.shape(),
                axes,
                IntStream.of(axes).mapToObj(weight.shape()::get).toList());
    }

    /**
     * A tensor with its axes in another order, and some of them joined or cut: the weight is read as of the dimensions {@code cut}, its
     * axes are put in the order {@code axes}, and the outcome is of the dimensions {@code shape}.
     */
    public static Exchange transposed(
            VariableShape weight, String theirs, List<Long> cut, int[] axes, List<Long> shape) {
        Transposition there = new Transposition(cut, axes);
        return new Exchange(
                List.of(weight),
                List.of(tensor(theirs, shape)),
                values -> List.of(there.back(values.get(0))),
                values -> List.of(there.apply(values.get(0))));
    }

    /**
     * One tensor that holds several of these one after the other on its first axis.
     *
     * @param parts each of one weight and one tensor; the tensors alike in all axes but the first
     */
    public static Exchange stacked(String theirs, List<Exchange> parts) {
        List<Long> shape = new ArrayList<>(parts.get(0).theirs.get(0).shape());
        int[] ends = new int[parts.size()];
        int end = 0;
        long rows = 0;
        for (int i = 0; i < ends.length; i++) {
            VariableShape tensor = parts.get(i).theirs.get(0);
            rows += tensor.shape().get(0);
            end += Math.toIntExact(tensor.bytes() / Float.BYTES);
            ends[i] = end;
        }
        shape.set(0, rows);
        return new Exchange(
                parts.stream().map(part -> part.ours.get(0)).toList(),
                List.of(tensor(theirs, shape)),
                values -> IntStream.range(0, ends.length)
                        .mapToObj(i ->
                                parts.get(i).in.apply(List.of(cut(values.get(0), i == 0 ? 0 : ends[i - 1], ends[i]))))
                        .map(value -> value.get(0))
                        .toList(),
                values -> List.of(joined(IntStream.range(0, ends.length)
                        .mapToObj(i ->
                                parts.get(i).out.apply(List.of(values.get(i))).get(0))
                        .toList())));
    }

    /** The same, behind another conversion of the tensors; {@code in} comes before what there is, {@code out} after it. */
    public Exchange behind(List<VariableShape> tensors, Conversion before, Conversion after) {
        return new Exchange(
                ours, tensors, values -> in.apply(before.apply(values)), values -> after.apply(out.apply(values)));
    }

    /** A tensor of the other library; of floats, for that is what is written. */
    public static VariableShape tensor(String name, List<Long> shape) {
        return new VariableShape(name, ElementType.F32, shape);
    }

    /** Values one after the other. */
    public static float[] joined(List<float[]> parts) {
        float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
        int end = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, end, part.length);
            end += part.length;
        }
        return all;
    }

    /** Those of the values from one position to before another. */
    public static float[] cut(float[] values, int from, int to) {
        return Arrays.copyOfRange(values, from, to);
    }
}
