package io.regulus.processor.spec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Shape of one row, without the batch dimension.
 *
 * @param dims the dimensions, outermost first: {@code [features]}, {@code [steps, features]} or {@code
 *     [height, width, channels]}
 */
public record TensorShape(List<Integer> dims) {
    public TensorShape {
        dims = List.copyOf(dims);
    }

    public static TensorShape of(Integer... dims) {
        return new TensorShape(List.of(dims));
    }

    public int rank() {
        return dims.size();
    }

    /** The last dimension: the features or channels. */
    public int channels() {
        return dims.get(dims.size() - 1);
    }

    /** Number of values in a row. */
    public long size() {
        return dims.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }

    /** The same values with more dimensions: of size 1, in front. */
    public TensorShape withRank(int rank) {
        List<Integer> more = new ArrayList<>(Collections.nCopies(rank - rank(), 1));
        more.addAll(dims);
        return new TensorShape(more);
    }

    /** Whether this is an image: height, width, channels. */
    public boolean isImage() {
        return rank() == 3;
    }

    /** Whether this is a sequence: steps, features. */
    public boolean isSequence() {
        return rank() == 2;
    }

    @Override
    public String toString() {
        return dims.toString();
    }
}
