package io.regulus.ops;

import io.regulus.ops.Initializers.Initializer;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** One direction of a GRU (Cho et al., 2014), with Keras's formula and order of gates: z, r, h. */
public final class Gru extends Recurrent {
    private static final int GATES = 3;

    private final boolean resetAfter;

    private Gru(Parts parts, boolean resetAfter) {
        super(parts);
        this.resetAfter = resetAfter;
    }

    /**
     * Declares the weights of a layer.
     *
     * @param layer prefix of their names
     * @param features width of a step of the input
     * @param units width of the output
     * @param useBias whether there is a bias
     * @param resetAfter whether the reset gate is applied after the recurrent product, which then has a bias of its own
     * @param kernel how the kernel is drawn
     * @param recurrentKernel how the recurrent kernel is drawn
     */
    public static Gru of(
            Pass pass,
            String layer,
            long features,
            long units,
            boolean useBias,
            boolean resetAfter,
            Initializer kernel,
            Initializer recurrentKernel) {
        return of(pass, layer, false, features, units, useBias, resetAfter, kernel, recurrentKernel);
    }

    /** {@link #of} for the direction from the last step to the first, with weights of its own. */
    public static Gru backward(
            Pass pass,
            String layer,
            long features,
            long units,
            boolean useBias,
            boolean resetAfter,
            Initializer kernel,
            Initializer recurrentKernel) {
        return of(pass, layer, true, features, units, useBias, resetAfter, kernel, recurrentKernel);
    }

    private static Gru of(
            Pass pass,
            String layer,
            boolean backwards,
            long features,
            long units,
            boolean useBias,
            boolean resetAfter,
            Initializer kernel,
            Initializer recurrentKernel) {
        String prefix = Parts.prefix(layer, backwards);
        Shape bias = resetAfter ? Shape.of(2, GATES * units) : Shape.of(GATES * units);
        Parts parts = new Parts(
                prefix,
                backwards,
                pass.kernel(prefix + "kernel", kernel, features, GATES * units),
                pass.recurrentKernel(prefix + "recurrent_kernel", recurrentKernel, units, GATES * units),
                useBias
                        ? Optional.of(pass.bias(prefix + "bias", bias, Initializers.constant(bias, 0)))
                        : Optional.empty());
        return new Gru(parts, resetAfter);
    }

    @Override
    Optional<Operand<TFloat32>> inputBias(Ops tf) {
        if (!hasBias()) {
            return Optional.empty();
        }
        return Optional.of(resetAfter ? biasRow(tf, 0) : bias());
    }

    @Override
    Recurrence recurrence(Ops tf) {
        if (resetAfter) {
            return new GruRecurrence(recurrentKernel(), hasBias() ? Optional.of(biasRow(tf, 1)) : Optional.empty());
        }
        long units = recurrentKernel().shape().get(0);
        return new GruBeforeRecurrence(columns(tf, 0, 2 * units), columns(tf, 2 * units, units));
    }

    private Operand<TFloat32> columns(Ops tf, long from, long number) {
        return tf.slice(recurrentKernel(), tf.constant(new int[] {0, Math.toIntExact(from)}), tf.constant(new int[] {
            -1, Math.toIntExact(number)
        }));
    }

    private Operand<TFloat32> biasRow(Ops tf, int row) {
        long width = bias().shape().get(1);
        Operand<TFloat32> rows = tf.slice(bias(), tf.constant(new int[] {row, 0}), tf.constant(new int[] {1, -1}));
        return tf.reshape(rows, tf.constant(new long[] {width}));
    }
}
