package io.regulus.ops;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** A limit to the gradients of a step. */
@FunctionalInterface
public interface Clipping {
    /**
     * The gradients as the update is to see them.
     *
     * @param gradients of the data loss and every penalty
     * @param sumOfSquares of all values of all gradients, a scalar, which the check for finite numbers has computed anyway
     */
    List<Operand<TFloat32>> apply(Ops tf, List<Operand<TFloat32>> gradients, Operand<TFloat32> sumOfSquares);

    /** g * limit / max(norm, limit), the norm being that of all gradients as of one vector. */
    static Clipping byGlobalNorm(double limit) {
        return (tf, gradients, sumOfSquares) -> {
            Operand<TFloat32> scale = scale(tf, sumOfSquares, limit);
            return gradients.stream()
                    .<Operand<TFloat32>>map(gradient -> tf.math.mul(gradient, scale))
                    .toList();
        };
    }

    /** g * limit / max(norm, limit), the norm being that of the gradient itself. */
    static Clipping byNorm(double limit) {
        return (tf, gradients, sumOfSquares) -> gradients.stream()
                .<Operand<TFloat32>>map(gradient -> {
                    Operand<TFloat32> squares = tf.math.mul(tf.nn.l2Loss(gradient), tf.constant(2f));
                    return tf.math.mul(gradient, scale(tf, squares, limit));
                })
                .toList();
    }

    /** Every value cut to [-limit, limit]. */
    static Clipping byValue(double limit) {
        return (tf, gradients, sumOfSquares) -> {
            Operand<TFloat32> most = tf.constant((float) limit);
            Operand<TFloat32> least = tf.constant((float) -limit);
            return gradients.stream()
                    .<Operand<TFloat32>>map(gradient -> tf.clipByValue(gradient, least, most))
                    .toList();
        };
    }

    private static Operand<TFloat32> scale(Ops tf, Operand<TFloat32> sumOfSquares, double limit) {
        Operand<TFloat32> most = tf.constant((float) limit);
        return tf.math.div(most, tf.math.maximum(tf.math.sqrt(sumOfSquares), most));
    }
}
