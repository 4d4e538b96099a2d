package io.regulus.kernels;

import org.tensorflow.Operation;
import org.tensorflow.OperationBuilder;
import org.tensorflow.op.Op;

/**
 * What pulls a parameter w towards 0, within its update: the penalty l2 * sum(w^2), whose gradient 2 * l2 * w joins the
 * gradient; then decoupled decay, w -= learningRate * decay * w, before the update. Both start from the same w.
 *
 * @param l2 coefficient of the penalty, 0 for none
 * @param decay coefficient of the decay, 0 for none
 */
public record Shrinkage(float l2, float decay) {
    /** Neither. */
    public static final Shrinkage NONE = new Shrinkage(0, 0);

    /** Completes an update. */
    Op build(OperationBuilder builder) {
        Operation update = builder.setAttr("l2", l2).setAttr("decay", decay).build();
        return () -> update;
    }
}
