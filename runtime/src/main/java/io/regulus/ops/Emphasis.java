package io.regulus.ops;

import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gather;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** What makes some rows count more than others in the loss of a classifier: the weight of their class, and how badly they are known. */
public final class Emphasis {
    private static final Emphasis NONE = new Emphasis(new double[0], 0);

    private final double[] weights;
    private final double gamma;

    private Emphasis(double[] weights, double gamma) {
        this.weights = weights;
        this.gamma = gamma;
    }

    /** Every row counts the same. */
    public static Emphasis none() {
        return NONE;
    }

    /**
     * With a weight for each class, in training only.
     *
     * @param byClass that of class 0, of class 1 and so on; at least 0
     */
    public Emphasis ofClasses(double... byClass) {
        return new Emphasis(byClass.clone(), gamma);
    }

    /** Focused on rows that are known badly: each class's term times (1 - p)^gamma (Lin et al., 2017). */
    public Emphasis focal(double exponent) {
        return new Emphasis(weights, exponent);
    }

    /** The exponent; 0 for cross-entropy. */
    double gamma() {
        return gamma;
    }

    /** Whether a pass has plain cross-entropy. */
    boolean isNone(Pass pass) {
        return gamma == 0 && !weighsClasses(pass);
    }

    private boolean weighsClasses(Pass pass) {
        return pass.training() && weights.length > 0;
    }

    /** The weights of the rows by their labels, [rows, 1]; empty where they all count the same. */
    Optional<Operand<TFloat32>> ofRows(Pass pass, Operand<TInt32> labels) {
        if (!weighsClasses(pass)) {
            return Optional.empty();
        }
        Ops tf = pass.tf();
        Operand<TFloat32> byClass = tf.dtypes.cast(tf.constant(weights), TFloat32.class);
        Operand<TFloat32> ofRows = tf.gather(byClass, labels, tf.constant(0), new Gather.Options[0]);
        return Optional.of(tf.reshape(ofRows, tf.constant(new int[] {-1, 1})));
    }
}
