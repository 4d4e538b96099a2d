package io.regulus.ops;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.op.nn.LeakyRelu;
import org.tensorflow.types.TFloat32;

/** Activations that are more than one op of TensorFlow Java. */
public final class Activations {
    /** Slope of a leaky ReLU that is given none of its own. */
    public static final double DEFAULT_SLOPE = 0.2;

    private Activations() {}

    /** x where x &gt;= 0, slope * x elsewhere. */
    public static Operand<TFloat32> leakyRelu(Ops tf, Operand<TFloat32> x, double slope) {
        return tf.nn.leakyRelu(x, LeakyRelu.alpha((float) slope));
    }

    /** x * Phi(x), with the exact normal distribution function: x / 2 * (1 + erf(x / sqrt(2))). */
    public static Operand<TFloat32> gelu(Ops tf, Operand<TFloat32> x) {
        Operand<TFloat32> erf = tf.math.erf(tf.math.mul(x, tf.constant((float) Math.sqrt(0.5))));
        return tf.math.mul(tf.math.mul(x, tf.constant(0.5f)), tf.math.add(erf, tf.constant(1f)));
    }

    /** The hyperbolic tangent, behind any layer. */
    public static Operand<TFloat32> tanh(Pass pass, Operand<TFloat32> x) {
        return pass.tf().math.tanh(apart(pass, x));
    }

    /** 1 / (1 + exp(-x)), behind any layer. */
    public static Operand<TFloat32> sigmoid(Pass pass, Operand<TFloat32> x) {
        return pass.tf().math.sigmoid(apart(pass, x));
    }

    /**
     * x, kept apart from the activation behind it if it is a batch norm. TensorFlow joins convolution, batch norm and
     * activation to one op in inference, and has no kernel for it if the activation is a tanh or sigmoid; what checks a
     * shape that cannot fail stays between them.
     */
    private static Operand<TFloat32> apart(Pass pass, Operand<TFloat32> x) {
        boolean wouldJoin = !pass.training() && x.op().type().equals(FusedBatchNorm.OP_NAME);
        return wouldJoin ? pass.tf().ensureShape(x, x.shape()) : x;
    }

    /** x * sigmoid(x). */
    public static Operand<TFloat32> silu(Ops tf, Operand<TFloat32> x) {
        return tf.math.mul(x, tf.math.sigmoid(x));
    }
}
