package io.regulus.ops;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Data losses: each a scalar, the mean over the rows of the batch. */
public final class Losses {
    private Losses() {}

    /**
     * Softmax cross-entropy with targets (1 - e) * y + e / classes.
     *
     * @param logits [rows, classes]
     * @param labels [rows], 0 to classes - 1
     * @param smoothing e, in [0, 1)
     */
    public static Operand<TFloat32> softmaxCrossEntropy(
            Ops tf, Operand<TFloat32> logits, Operand<TInt32> labels, int classes, double smoothing) {
        Operand<TFloat32> targets = tf.oneHot(
                labels,
                tf.constant(classes),
                tf.constant((float) (1 - smoothing + smoothing / classes)),
                tf.constant((float) (smoothing / classes)));
        return tf.math.mean(tf.nn.softmaxCrossEntropyWithLogits(logits, targets).loss(), tf.constant(0));
    }

    /**
     * Sigmoid cross-entropy with targets t = (1 - e) * y + e / 2, as softplus(x) - x * t, which overflows nowhere.
     *
     * @param logits [rows, 1]
     * @param labels [rows], 0 or 1
     * @param smoothing e, in [0, 1)
     */
    public static Operand<TFloat32> sigmoidCrossEntropy(
            Ops tf, Operand<TFloat32> logits, Operand<TInt32> labels, double smoothing) {
        Operand<TFloat32> hard = tf.reshape(tf.dtypes.cast(labels, TFloat32.class), tf.constant(new int[] {-1, 1}));
        Operand<TFloat32> targets = smoothing == 0
                ? hard
                : tf.math.add(
                        tf.math.mul(hard, tf.constant((float) (1 - smoothing))), tf.constant((float) (smoothing / 2)));
        return mean(tf, tf.math.sub(tf.math.softplus(logits), tf.math.mul(logits, targets)));
    }

    /** Mean of e^2; both [rows, outputs]. */
    public static Operand<TFloat32> squaredError(Ops tf, Operand<TFloat32> predictions, Operand<TFloat32> targets) {
        return mean(tf, tf.math.squaredDifference(predictions, targets));
    }

    /** Mean of |e|; both [rows, outputs]. */
    public static Operand<TFloat32> absoluteError(Ops tf, Operand<TFloat32> predictions, Operand<TFloat32> targets) {
        return mean(tf, tf.math.abs(tf.math.sub(predictions, targets)));
    }

    /** Mean of e^2 / 2 where |e| &lt;= delta, of delta * (|e| - delta / 2) elsewhere; both [rows, outputs]. */
    public static Operand<TFloat32> huber(
            Ops tf, Operand<TFloat32> predictions, Operand<TFloat32> targets, double delta) {
        // with c = min(|e|, delta) both branches are c * (|e| - c / 2): no select, and the gradient is right at the
        // joint
        Operand<TFloat32> error = tf.math.abs(tf.math.sub(predictions, targets));
        Operand<TFloat32> capped = tf.math.minimum(error, tf.constant((float) delta));
        return mean(tf, tf.math.mul(capped, tf.math.sub(error, tf.math.mul(capped, tf.constant(0.5f)))));
    }

    private static Operand<TFloat32> mean(Ops tf, Operand<TFloat32> values) {
        return tf.math.mean(values, tf.constant(new int[] {0, 1}));
    }
}
