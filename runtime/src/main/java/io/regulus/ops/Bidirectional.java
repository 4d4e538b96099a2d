package io.regulus.ops;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/** Both directions of a recurrent layer (Schuster and Paliwal, 1997), merged. */
public final class Bidirectional {
    private Bidirectional() {}

    /** How two outputs become one. */
    public enum Merge {
        /** Side by side. */
        CONCAT,
        /** Their sum. */
        SUM,
        /** Their product, unit by unit. */
        MUL,
        /** Their mean. */
        AVE
    }

    /** {@link #sequence(Pass, Recurrent, Recurrent, Merge, Operand, double, double, Operand)} without a mask. */
    public static Operand<TFloat32> sequence(
            Pass pass,
            Recurrent forward,
            Recurrent backward,
            Merge merge,
            Operand<TFloat32> x,
            double dropout,
            double recurrentDropout) {
        return merged(
                pass.tf(),
                merge,
                forward.sequence(pass, x, dropout, recurrentDropout),
                backward.sequence(pass, x, dropout, recurrentDropout));
    }

    /**
     * What both directions give at every step.
     *
     * @param x [rows, steps, features]
     * @param dropout as in {@link Recurrent#sequence(Pass, Operand, double, double, Operand)}; each direction draws its own
     * @param recurrentDropout likewise
     * @param mask [rows, steps]; where it is false, the output is 0, as in Keras
     * @return [rows, steps, units], or twice the units where they are joined
     */
    public static Operand<TFloat32> sequence(
            Pass pass,
            Recurrent forward,
            Recurrent backward,
            Merge merge,
            Operand<TFloat32> x,
            double dropout,
            double recurrentDropout,
            Operand<TBool> mask) {
        Ops tf = pass.tf();
        Operand<TFloat32> merged = merged(
                tf,
                merge,
                forward.sequence(pass, x, dropout, recurrentDropout, mask),
                backward.sequence(pass, x, dropout, recurrentDropout, mask));
        return tf.math.mul(merged, tf.expandDims(tf.dtypes.cast(mask, TFloat32.class), tf.constant(2)));
    }

    /** {@link #last(Pass, Recurrent, Recurrent, Merge, Operand, double, double, Operand)} without a mask. */
    public static Operand<TFloat32> last(
            Pass pass,
            Recurrent forward,
            Recurrent backward,
            Merge merge,
            Operand<TFloat32> x,
            double dropout,
            double recurrentDropout) {
        return merged(
                pass.tf(),
                merge,
                forward.last(pass, x, dropout, recurrentDropout),
                backward.last(pass, x, dropout, recurrentDropout));
    }

    /**
     * What each direction gives at its end. Its arguments are those of
     * {@link #sequence(Pass, Recurrent, Recurrent, Merge, Operand, double, double, Operand)}.
     *
     * @return [rows, units], or twice the units where they are joined
     */
    public static Operand<TFloat32> last(
            Pass pass,
            Recurrent forward,
            Recurrent backward,
            Merge merge,
            Operand<TFloat32> x,
            double dropout,
            double recurrentDropout,
            Operand<TBool> mask) {
        return merged(
                pass.tf(),
                merge,
                forward.last(pass, x, dropout, recurrentDropout, mask),
                backward.last(pass, x, dropout, recurrentDropout, mask));
    }

    private static Operand<TFloat32> merged(
            Ops tf, Merge merge, Operand<TFloat32> forward, Operand<TFloat32> backward) {
        return switch (merge) {
            case CONCAT -> tf.concat(List.of(forward, backward), tf.constant(-1));
            case SUM -> tf.math.add(forward, backward);
            case MUL -> tf.math.mul(forward, backward);
            case AVE -> tf.math.mul(tf.math.add(forward, backward), tf.constant(0.5f));
        };
    }
}
