package io.regulus.ops;

import io.regulus.ops.Initializers.Initializer;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** One direction of an LSTM (Hochreiter and Schmidhuber, 1997), with Keras's formula and order of gates: i, f, c, o. */
public final class Lstm extends Recurrent {
    private static final int GATES = 4;

    private Lstm(Parts parts) {
        super(parts);
    }

    /**
     * Declares the weights of a layer.
     *
     * @param layer prefix of their names
     * @param features width of a step of the input
     * @param units width of the output
     * @param useBias whether there is a bias
     * @param unitForgetBias whether the bias of the forget gate starts at 1
     * @param kernel how the kernel is drawn
     * @param recurrentKernel how the recurrent kernel is drawn
     */
    public static Lstm of(
            Pass pass,
            String layer,
            long features,
            long units,
            boolean useBias,
            boolean unitForgetBias,
            Initializer kernel,
            Initializer recurrentKernel) {
        return of(pass, layer, false, features, units, useBias, unitForgetBias, kernel, recurrentKernel);
    }

    /** {@link #of} for the direction from the last step to the first, with weights of its own. */
    public static Lstm backward(
            Pass pass,
            String layer,
            long features,
            long units,
            boolean useBias,
            boolean unitForgetBias,
            Initializer kernel,
            Initializer recurrentKernel) {
        return of(pass, layer, true, features, units, useBias, unitForgetBias, kernel, recurrentKernel);
    }

    private static Lstm of(
            Pass pass,
            String layer,
            boolean backwards,
            long features,
            long units,
            boolean useBias,
            boolean unitForgetBias,
            Initializer kernel,
            Initializer recurrentKernel) {
        String prefix = Parts.prefix(layer, backwards);
        return new Lstm(new Parts(
                prefix,
                backwards,
                pass.kernel(prefix + "kernel", kernel, features, GATES * units),
                pass.recurrentKernel(prefix + "recurrent_kernel", recurrentKernel, units, GATES * units),
                useBias ? Optional.of(bias(pass, prefix + "bias", units, unitForgetBias)) : Optional.empty()));
    }

    private static Weight bias(Pass pass, String name, long units, boolean unitForgetBias) {
        return unitForgetBias
                ? pass.bias(name, Shape.of(GATES * units), tf -> forgetting(tf, units))
                : pass.bias(name, GATES * units);
    }

    /** Zeros, but ones for the forget gate. */
    private static Operand<TFloat32> forgetting(Ops tf, long units) {
        return tf.concat(
                List.of(
                        tf.fill(tf.constant(new long[] {units}), tf.constant(0f)),
                        tf.fill(tf.constant(new long[] {units}), tf.constant(1f)),
                        tf.fill(tf.constant(new long[] {2 * units}), tf.constant(0f))),
                tf.constant(0));
    }

    @Override
    Optional<Operand<TFloat32>> inputBias(Ops tf) {
        return hasBias() ? Optional.of(bias()) : Optional.empty();
    }

    @Override
    Recurrence recurrence(Ops tf) {
        return new LstmRecurrence(recurrentKernel());
    }
}
