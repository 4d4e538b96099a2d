package io.regulus.ops;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A penalty on what a layer gives: l1 * sum(|a|) + l2 * sum(a^2) over the values of a row, the mean over the rows of the batch. The
 * subgradient of |a| at 0 is 0. A step adds it to what it minimises; a pass without training only reports it.
 */
public final class ActivityPenalty {
    private ActivityPenalty() {}

    /**
     * Has the values penalised, where a coefficient is not 0.
     *
     * @param x [rows, ...]; every dimension but the first must be known
     * @param l1 coefficient of the sum of absolute values, at least 0
     * @param l2 coefficient of the sum of squares, at least 0
     * @return x itself
     */
    public static Operand<TFloat32> apply(Pass pass, Operand<TFloat32> x, double l1, double l2) {
        Ops tf = pass.tf();
        List<Operand<TFloat32>> terms = new ArrayList<>();
        if (l1 != 0) {
            terms.add(mean(pass, tf.math.abs(x), l1));
        }
        if (l2 != 0) {
            terms.add(mean(pass, tf.math.square(x), l2));
        }
        terms.forEach(pass::penalise);
        return x;
    }

    /** coefficient * the sum over the values of a row, this process's part of the mean over the rows. */
    private static Operand<TFloat32> mean(Pass pass, Operand<TFloat32> values, double coefficient) {
        Ops tf = pass.tf();
        int[] axes = IntStream.range(0, values.shape().numDimensions()).toArray();
        long perRow = values.shape().tail().size();
        return tf.math.mul(pass.shard().mean(tf, values, axes), tf.constant((float) (coefficient * perRow)));
    }
}
