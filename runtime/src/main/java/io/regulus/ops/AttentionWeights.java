package io.regulus.ops;

import java.util.Arrays;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * How much a step of the query takes of each step of the value: the softmax of scores, without those that are not to be seen.
 *
 * @param name of the draws of the dropout
 * @param causal whether a step sees only those that do not come after it
 * @param seen [rows, other steps], true where a step of the value may be seen
 * @param dropout probability of dropping a weight in training, in [0, 1)
 */
record AttentionWeights(String name, boolean causal, Optional<Operand<TBool>> seen, double dropout) {
    /** Added to the score of a pair that is not to be seen, as in Keras: far below any score, far above negative infinity. */
    private static final float MASKED = -1e9f;

    /** The same where scores may be rewritten to a float16, which ends at 65504. */
    private static final float MASKED_IN_HALF = -3e4f;

    /**
     * The weights.
     *
     * @param scores [rows, steps, other steps], or [rows, heads, steps, other steps]
     */
    Operand<TFloat32> of(Pass pass, Operand<TFloat32> scores) {
        Ops tf = pass.tf();
        int rank = scores.shape().numDimensions();
        float hidden = pass.half() ? MASKED_IN_HALF : MASKED;
        Optional<Operand<TFloat32>> later = causal
                ? Optional.of(
                        later(tf, scores.shape().get(rank - 2), scores.shape().get(rank - 1), hidden))
                : Optional.empty();
        Optional<Operand<TFloat32>> padding = seen.map(steps -> padding(tf, steps, scores, hidden));
        // the lower of the two, so that what is hidden twice counts as what is hidden once
        Optional<Operand<TFloat32>> both = later.isPresent() && padding.isPresent()
                ? Optional.of(tf.math.minimum(later.get(), padding.get()))
                : later.or(() -> padding);
        Operand<TFloat32> visible =
                both.<Operand<TFloat32>>map(added -> tf.math.add(scores, added)).orElse(scores);
        return Dropout.apply(pass, name, tf.nn.softmax(visible), dropout);
    }

    /** [steps, other steps]: 0 where the other step comes no later, the hidden score elsewhere. */
    private static Operand<TFloat32> later(Ops tf, long steps, long others, float hidden) {
        Operand<TBool> comesLater =
                tf.math.less(tf.reshape(numbers(tf, steps), tf.constant(new int[] {-1, 1})), numbers(tf, others));
        return tf.math.mul(tf.dtypes.cast(comesLater, TFloat32.class), tf.constant(hidden));
    }

    private static Operand<TInt32> numbers(Ops tf, long count) {
        return tf.range(tf.constant(0), tf.constant(Math.toIntExact(count)), tf.constant(1));
    }

    /** [rows, 1, other steps], or [rows, 1, 1, other steps]: 0 where a step may be seen, the hidden score elsewhere. */
    private static Operand<TFloat32> padding(Ops tf, Operand<TBool> mask, Operand<TFloat32> scores, float hidden) {
        int rank = scores.shape().numDimensions();
        long[] shape = new long[rank];
        Arrays.fill(shape, 1);
        shape[0] = -1;
        shape[rank - 1] = scores.shape().get(rank - 1);
        Operand<TFloat32> unseen = tf.dtypes.cast(tf.math.logicalNot(mask), TFloat32.class);
        return tf.reshape(tf.math.mul(unseen, tf.constant(hidden)), tf.constant(shape));
    }
}
