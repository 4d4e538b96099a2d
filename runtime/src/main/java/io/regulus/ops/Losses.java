package io.regulus.ops;

import io.regulus.kernels.SquaredError;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Sum;
import org.tensorflow.op.nn.SoftmaxCrossEntropyWithLogits;
import org.tensorflow.op.nn.SparseSoftmaxCrossEntropyWithLogits;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Data losses: means over the rows of the batch, of which a process that has some of them brings its part. Where the rows have weights w it is sum(w_i * l_i) / rows, as in Keras 3
 * (reduction {@code sum_over_batch_size} of {@code sample_weight}): divided by the number of rows, not by the sum of the weights.
 * Where the rows are mixed ({@link Mixing}) so are the targets: those of classes after they are smoothed, which for cross-entropy
 * is the mean of the losses against both classes by their shares.
 */
public final class Losses {
    private Losses() {}

    /**
     * Softmax cross-entropy with targets t = (1 - e) * y + e / classes; its gradient is (softmax(x) - t) / rows.
     *
     * @param logits [rows, classes]
     * @param labels [rows], 0 to classes - 1
     * @param smoothing e, in [0, 1)
     */
    public static Loss softmaxCrossEntropy(
            Pass pass, Operand<TFloat32> logits, Operand<TInt32> labels, int classes, double smoothing) {
        return softmaxCrossEntropy(pass, logits, labels, classes, smoothing, Emphasis.none());
    }

    /**
     * -sum(w * t * (1 - p)^gamma * log p) with p = softmax(x), the targets t as in cross-entropy and the weight w of the row's class;
     * its gradient is g - p * sum(g) with g = w * t * (1 - p)^gamma * (gamma * p * log(p) / (1 - p) - 1), over rows.
     *
     * @param logits [rows, classes]
     * @param labels [rows], 0 to classes - 1
     * @param smoothing e, in [0, 1)
     * @param emphasis w and gamma
     */
    public static Loss softmaxCrossEntropy(
            Pass pass,
            Operand<TFloat32> logits,
            Operand<TInt32> labels,
            int classes,
            double smoothing,
            Emphasis emphasis) {
        Ops tf = pass.tf();
        boolean plain = emphasis.isNone(pass);
        if (plain && smoothing == 0 && pass.mixing().isEmpty()) {
            SparseSoftmaxCrossEntropyWithLogits<TFloat32> sparse =
                    tf.nn.sparseSoftmaxCrossEntropyWithLogits(logits, labels);
            return perRow(pass, logits, sparse.loss(), sparse.backprop());
        }
        Operand<TFloat32> targets = tf.oneHot(
                labels,
                tf.constant(classes),
                tf.constant((float) (1 - smoothing + smoothing / classes)),
                tf.constant((float) (smoothing / classes)));
        if (!plain) {
            Operand<TFloat32> ofRows = emphasis.ofRows(pass, labels)
                    .<Operand<TFloat32>>map(weights -> tf.math.mul(targets, weights))
                    .orElse(targets);
            return focused(pass, logits, mixed(pass, ofRows), emphasis.gamma());
        }
        SoftmaxCrossEntropyWithLogits<TFloat32> dense =
                tf.nn.softmaxCrossEntropyWithLogits(logits, mixed(pass, targets));
        return perRow(pass, logits, dense.loss(), dense.backprop());
    }

    /** Of targets that are weighted and mixed: the loss is linear in them. */
    private static Loss focused(Pass pass, Operand<TFloat32> logits, Operand<TFloat32> targets, double gamma) {
        Ops tf = pass.tf();
        Operand<TInt32> overClasses = tf.constant(1);
        Operand<TFloat32> logP = tf.nn.logSoftmax(logits);
        Operand<TFloat32> p = tf.math.exp(logP);
        // 1 - p keeps no digit where p is nearly 1
        Operand<TFloat32> rest = tf.math.neg(tf.math.expm1(logP));
        Operand<TFloat32> exponent = tf.constant((float) gamma);
        Operand<TFloat32> focus = tf.math.mul(targets, tf.math.pow(rest, exponent));
        Operand<TFloat32> losses = tf.math.neg(tf.sum(tf.math.mul(focus, logP), overClasses));
        // log(p) / (1 - p) goes to -1 where p goes to 1, and its factor to 0
        Operand<TFloat32> falling = tf.math.mul(exponent, tf.math.mul(p, tf.math.divNoNan(logP, rest)));
        Operand<TFloat32> slopes = tf.math.mul(focus, tf.math.sub(falling, tf.constant(1f)));
        Operand<TFloat32> gradients =
                tf.math.sub(slopes, tf.math.mul(p, tf.sum(slopes, overClasses, Sum.keepDims(true))));
        return perRow(pass, logits, losses, gradients);
    }

    /** The targets [rows, n] as they are mixed where the rows are. */
    static Operand<TFloat32> mixed(Pass pass, Operand<TFloat32> targets) {
        return pass.mixing().map(mixing -> mixing.of(pass.tf(), targets)).orElse(targets);
    }

    static Loss perRow(Pass pass, Operand<TFloat32> logits, Operand<TFloat32> losses, Operand<TFloat32> gradients) {
        Ops tf = pass.tf();
        Operand<TFloat32> weighted = pass.rowWeights()
                .<Operand<TFloat32>>map(weights -> tf.math.mul(losses, weights))
                .orElse(losses);
        Operand<TFloat32> share = tf.math.reciprocal(pass.shard().rows(tf, logits));
        return new Loss(pass.shard().mean(tf, weighted, 0), tf.math.mul(weighed(pass, gradients), share));
    }

    /** What there is per row, [rows, n], times the weight of its row. */
    private static Operand<TFloat32> weighed(Pass pass, Operand<TFloat32> rows) {
        Ops tf = pass.tf();
        return pass.rowWeights()
                .<Operand<TFloat32>>map(weights ->
                        tf.math.mul(rows, tf.reshape(weights, tf.constant(new int[] {-1, 1}))))
                .orElse(rows);
    }

    /**
     * Sigmoid cross-entropy with targets t = (1 - e) * y + e / 2, as softplus(x) - x * t, which overflows nowhere; its
     * gradient is (sigmoid(x) - t) / rows.
     *
     * @param logits [rows, 1]
     * @param labels [rows], 0 or 1
     * @param smoothing e, in [0, 1)
     */
    public static Loss sigmoidCrossEntropy(
            Pass pass, Operand<TFloat32> logits, Operand<TInt32> labels, double smoothing) {
        return sigmoidCrossEntropy(pass, logits, labels, smoothing, Emphasis.none());
    }

    /**
     * -w * (t * q^gamma * log p + (1 - t) * p^gamma * log q) with p = sigmoid(x), q = 1 - p, the targets t as in cross-entropy
     * and the weight w of the row's class; its gradient is w * ((1 - t) * p^gamma * (p - gamma * q * log q)
     * - t * q^gamma * (q - gamma * p * log p)) / rows.
     *
     * @param logits [rows, 1]
     * @param labels [rows], 0 or 1
     * @param smoothing e, in [0, 1)
     * @param emphasis w and gamma
     */
    public static Loss sigmoidCrossEntropy(
            Pass pass, Operand<TFloat32> logits, Operand<TInt32> labels, double smoothing, Emphasis emphasis) {
        Ops tf = pass.tf();
        Operand<TFloat32> hard = tf.reshape(tf.dtypes.cast(labels, TFloat32.class), tf.constant(new int[] {-1, 1}));
        Operand<TFloat32> smoothed = smoothing == 0
                ? hard
                : tf.math.add(
                        tf.math.mul(hard, tf.constant((float) (1 - smoothing))), tf.constant((float) (smoothing / 2)));
        if (!emphasis.isNone(pass)) {
            Operand<TFloat32> one = tf.constant(1f);
            Operand<TFloat32> ofRows = emphasis.ofRows(pass, labels).orElse(one);
            return focused(
                    pass,
                    logits,
                    mixed(pass, tf.math.mul(smoothed, ofRows)),
                    mixed(pass, tf.math.mul(tf.math.sub(one, smoothed), ofRows)),
                    emphasis.gamma());
        }
        Operand<TFloat32> targets = mixed(pass, smoothed);
        return perValue(
                pass,
                tf.math.sub(tf.math.softplus(logits), tf.math.mul(logits, targets)),
                tf.math.sub(tf.math.sigmoid(logits), targets));
    }

    /** Of what counts for yes and for no, weighted and mixed. */
    private static Loss focused(
            Pass pass, Operand<TFloat32> logits, Operand<TFloat32> yes, Operand<TFloat32> no, double gamma) {
        Ops tf = pass.tf();
        Half ofYes = Half.of(tf, logits, yes, gamma);
        Half ofNo = Half.of(tf, tf.math.neg(logits), no, gamma);
        return perValue(pass, tf.math.add(ofYes.losses, ofNo.losses), tf.math.sub(ofNo.gradients, ofYes.gradients));
    }

    /**
     * What the rows lose by one of two answers, of the logit x for that answer.
     *
     * @param losses t * q^gamma * -log p
     * @param gradients of its sign turned, by x: t * q^gamma * (q - gamma * p * log p)
     */
    private record Half(Operand<TFloat32> losses, Operand<TFloat32> gradients) {
        static Half of(Ops tf, Operand<TFloat32> x, Operand<TFloat32> targets, double gamma) {
            Operand<TFloat32> turned = tf.math.neg(x);
            Operand<TFloat32> surprise = tf.math.softplus(turned);
            Operand<TFloat32> p = tf.math.sigmoid(x);
            Operand<TFloat32> q = tf.math.sigmoid(turned);
            Operand<TFloat32> exponent = tf.constant((float) gamma);
            Operand<TFloat32> focus = tf.math.mul(targets, tf.math.pow(q, exponent));
            Operand<TFloat32> slope = tf.math.add(q, tf.math.mul(exponent, tf.math.mul(p, surprise)));
            return new Half(tf.math.mul(focus, surprise), tf.math.mul(focus, slope));
        }
    }

    /** Mean of e^2, of gradient 2 * e / values; both [rows, outputs]. */
    public static Loss squaredError(Pass pass, Operand<TFloat32> predictions, Operand<TFloat32> values) {
        Ops tf = pass.tf();
        Operand<TFloat32> targets = mixed(pass, values);
        if (pass.kernelsOfBatch() && pass.rowWeights().isEmpty()) {
            SquaredError kernel = SquaredError.of(tf, predictions, targets);
            return new Loss(kernel.value(), kernel.gradient());
        }
        Operand<TFloat32> error = tf.math.sub(predictions, targets);
        return perValue(pass, tf.math.square(error), tf.math.add(error, error));
    }

    /** Mean of |e|, of gradient sign(e) / values; both [rows, outputs]. */
    public static Loss absoluteError(Pass pass, Operand<TFloat32> predictions, Operand<TFloat32> values) {
        Ops tf = pass.tf();
        Operand<TFloat32> targets = mixed(pass, values);
        Operand<TFloat32> error = tf.math.sub(predictions, targets);
        return perValue(pass, tf.math.abs(error), tf.math.sign(error));
    }

    /**
     * Mean of e^2 / 2 where |e| &lt;= delta, of delta * (|e| - delta / 2) elsewhere; its gradient is e cut to [-delta, delta],
     * divided by the number of values. Both [rows, outputs].
     */
    public static Loss huber(Pass pass, Operand<TFloat32> predictions, Operand<TFloat32> values, double delta) {
        Ops tf = pass.tf();
        Operand<TFloat32> targets = mixed(pass, values);
        Operand<TFloat32> limit = tf.constant((float) delta);
        Operand<TFloat32> error = tf.math.sub(predictions, targets);
        Operand<TFloat32> cut = tf.clipByValue(error, tf.math.neg(limit), limit);
        // with c the cut error both branches are c * (e - c / 2)
        Operand<TFloat32> losses = tf.math.mul(cut, tf.math.sub(error, tf.math.mul(cut, tf.constant(0.5f))));
        return perValue(pass, losses, cut);
    }

    static Loss perValue(Pass pass, Operand<TFloat32> losses, Operand<TFloat32> gradients) {
        Ops tf = pass.tf();
        float width = losses.shape().get(1);
        Operand<TFloat32> share =
                tf.math.div(tf.constant(1 / width), pass.shard().rows(tf, losses));
        return new Loss(
                pass.shard().mean(tf, weighed(pass, losses), 0, 1), tf.math.mul(weighed(pass, gradients), share));
    }
}
