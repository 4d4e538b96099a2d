package io.regulus.ops;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Sum;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** How far two outputs for the same rows are apart, by the kind of output, with the gradients written out. */
public enum Agreement {
    /** Logits of classes [rows, classes]: (KL(p||q) + KL(q||p)) / 2 = sum((p - q) * (log p - log q)) / 2, p and q their softmaxes. */
    CLASSES {
        @Override
        Loss between(Pass pass, Operand<TFloat32> a, Operand<TFloat32> b) {
            Ops tf = pass.tf();
            Operand<TInt32> overClasses = tf.constant(1);
            Operand<TFloat32> logP = tf.nn.logSoftmax(a);
            Operand<TFloat32> logQ = tf.nn.logSoftmax(b);
            Operand<TFloat32> p = tf.math.exp(logP);
            Operand<TFloat32> apart = tf.math.sub(p, tf.math.exp(logQ));
            Operand<TFloat32> logs = tf.math.sub(logP, logQ);
            Operand<TFloat32> half = tf.constant(0.5f);
            Operand<TFloat32> losses = tf.math.mul(half, tf.sum(tf.math.mul(apart, logs), overClasses));
            // of p the mean of the logarithms is taken off
            Operand<TFloat32> centred =
                    tf.math.sub(logs, tf.sum(tf.math.mul(p, logs), overClasses, Sum.keepDims(true)));
            Operand<TFloat32> slopes = tf.math.mul(half, tf.math.add(tf.math.mul(p, centred), apart));
            return Losses.perRow(pass, a, losses, slopes);
        }

        @Override
        Loss towards(Pass pass, Operand<TFloat32> outputs, Operand<TFloat32> teacher, double temperature) {
            Ops tf = pass.tf();
            Operand<TInt32> overClasses = tf.constant(1);
            Operand<TFloat32> logP = tf.nn.logSoftmax(tf.math.div(outputs, tf.constant((float) temperature)));
            Operand<TFloat32> logQ = tf.nn.logSoftmax(tf.math.div(log(tf, teacher), tf.constant((float) temperature)));
            Operand<TFloat32> q = tf.math.exp(logQ);
            Operand<TFloat32> losses = tf.sum(tf.math.mul(q, tf.math.sub(logQ, logP)), overClasses);
            return Losses.perRow(
                    pass,
                    outputs,
                    tf.math.mul(losses, tf.constant((float) (temperature * temperature))),
                    tf.math.mul(tf.math.sub(tf.math.exp(logP), q), tf.constant((float) temperature)));
        }
    },

    /** A logit [rows, 1]: the same of the two answers, (p - q) * (a - b) / 2, p and q their sigmoids. */
    YES_OR_NO {
        @Override
        Loss between(Pass pass, Operand<TFloat32> a, Operand<TFloat32> b) {
            Ops tf = pass.tf();
            Operand<TFloat32> p = tf.math.sigmoid(a);
            Operand<TFloat32> apart = tf.math.sub(p, tf.math.sigmoid(b));
            Operand<TFloat32> logits = tf.math.sub(a, b);
            Operand<TFloat32> half = tf.constant(0.5f);
            Operand<TFloat32> slope = tf.math.mul(p, tf.math.sigmoid(tf.math.neg(a)));
            return Losses.perValue(
                    pass,
                    tf.math.mul(half, tf.math.mul(apart, logits)),
                    tf.math.mul(half, tf.math.add(tf.math.mul(slope, logits), apart)));
        }

        @Override
        Loss towards(Pass pass, Operand<TFloat32> outputs, Operand<TFloat32> teacher, double temperature) {
            Ops tf = pass.tf();
            Operand<TFloat32> divisor = tf.constant((float) temperature);
            Operand<TFloat32> z = tf.math.div(outputs, divisor);
            Operand<TFloat32> no = tf.math.sub(tf.constant(1f), teacher);
            Operand<TFloat32> t = tf.math.div(tf.math.sub(log(tf, teacher), log(tf, no)), divisor);
            Operand<TFloat32> q = tf.math.sigmoid(t);
            // q * (log q - log p) + (1 - q) * (log(1 - q) - log(1 - p)) of the logits t and z
            Operand<TFloat32> losses = tf.math.add(
                    tf.math.mul(q, tf.math.sub(t, z)), tf.math.sub(tf.math.softplus(z), tf.math.softplus(t)));
            return Losses.perValue(
                    pass,
                    tf.math.mul(losses, tf.constant((float) (temperature * temperature))),
                    tf.math.mul(tf.math.sub(tf.math.sigmoid(z), q), divisor));
        }
    },

    /** Real numbers [rows, outputs]: the mean of (a - b)^2. */
    VALUES {
        @Override
        Loss between(Pass pass, Operand<TFloat32> a, Operand<TFloat32> b) {
            Ops tf = pass.tf();
            Operand<TFloat32> apart = tf.math.sub(a, b);
            return Losses.perValue(pass, tf.math.square(apart), tf.math.add(apart, apart));
        }

        @Override
        Loss towards(Pass pass, Operand<TFloat32> outputs, Operand<TFloat32> teacher, double temperature) {
            return between(pass, outputs, teacher);
        }
    };

    /**
     * Of two outputs for the same rows, either way the same.
     *
     * @return the mean over the rows, with its gradient by a; that by b is the gradient of {@code between(b, a)}
     */
    abstract Loss between(Pass pass, Operand<TFloat32> a, Operand<TFloat32> b);

    /**
     * Of outputs from what a teacher says, which is as it is: T^2 * KL(q || p) of classes at a temperature T.
     *
     * @param teacher probabilities, or values
     * @return the mean over the rows, with its gradient by the outputs
     */
    abstract Loss towards(Pass pass, Operand<TFloat32> outputs, Operand<TFloat32> teacher, double temperature);

    /** The logarithm of probabilities: one of 0, which is one too small for a float, is that of the smallest normal one. */
    private static Operand<TFloat32> log(Ops tf, Operand<TFloat32> probabilities) {
        return tf.math.log(tf.math.maximum(probabilities, tf.constant(Float.MIN_NORMAL)));
    }
}
