package io.regulus.ops;

import io.regulus.ops.Recurrence.Run;
import io.regulus.ops.Recurrence.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * One direction of a recurrent layer. The inputs of all steps meet the kernel in one product; then a loop takes step after
 * step, and its gradient is another loop. Dropout on the inputs and recurrent dropout draw one mask per row, which holds for
 * all steps (Gal and Ghahramani, 2016), so that the loop pays a multiplication of the state per step for it.
 */
public abstract sealed class Recurrent permits Lstm, Gru {
    private final String name;
    private final boolean backwards;
    private final Weight kernel;
    private final Weight recurrentKernel;
    private final Optional<Weight> bias;

    /** The weights and the direction of a layer; the name is part of the seed of its masks. */
    record Parts(String name, boolean backwards, Weight kernel, Weight recurrentKernel, Optional<Weight> bias) {
        /** What the names of a layer's variables begin with. */
        static String prefix(String layer, boolean backwards) {
            return layer + (backwards ? "/backward_" : "/");
        }
    }

    Recurrent(Parts parts) {
        this.name = parts.name();
        this.backwards = parts.backwards();
        this.kernel = parts.kernel();
        this.recurrentKernel = parts.recurrentKernel();
        this.bias = parts.bias();
    }

    /** What the input of a step is multiplied by, [features, gates * units]. */
    public Weight kernel() {
        return kernel;
    }

    /** What the last state is multiplied by, [units, gates * units]. */
    public Weight recurrentKernel() {
        return recurrentKernel;
    }

    /**
     * What is added.
     *
     * @throws IllegalStateException if the layer has none
     */
    public Weight bias() {
        return bias.orElseThrow(() -> new IllegalStateException(name + " has no bias"));
    }

    /** Whether there is a bias. */
    boolean hasBias() {
        return bias.isPresent();
    }

    /** What is added to the inputs' product, [gates * units]. */
    abstract Optional<Operand<TFloat32>> inputBias(Ops tf);

    /** How it goes on from step to step. */
    abstract Recurrence recurrence(Ops tf);

    /** {@link #sequence(Pass, Operand, double, double, Operand)} without a mask. */
    public Operand<TFloat32> sequence(Pass pass, Operand<TFloat32> x, double dropout, double recurrentDropout) {
        return sequence(pass, x, dropout, recurrentDropout, Optional.empty());
    }

    /**
     * The output of every step.
     *
     * @param x [rows, steps, features]
     * @param dropout probability of dropping a feature of a row in all its steps, in [0, 1)
     * @param recurrentDropout probability of dropping a unit of the state of a row where it meets the recurrent kernel, in
     *     all steps, in [0, 1)
     * @param mask [rows, steps]; where it is false, a step changes nothing: state and output are those of the step before
     * @return [rows, steps, units]
     */
    public Operand<TFloat32> sequence(
            Pass pass, Operand<TFloat32> x, double dropout, double recurrentDropout, Operand<TBool> mask) {
        return sequence(pass, x, dropout, recurrentDropout, Optional.of(mask));
    }

    Operand<TFloat32> sequence(
            Pass pass, Operand<TFloat32> x, double dropout, double recurrentDropout, Optional<Operand<TBool>> mask) {
        return swapped(pass.tf(), states(pass, x, dropout, recurrentDropout, mask));
    }

    /** {@link #last(Pass, Operand, double, double, Operand)} without a mask. */
    public Operand<TFloat32> last(Pass pass, Operand<TFloat32> x, double dropout, double recurrentDropout) {
        return last(pass, x, dropout, recurrentDropout, Optional.empty());
    }

    /**
     * The output of the last step, which in the backward direction is the first of the sequence. Its arguments are those of
     * {@link #sequence(Pass, Operand, double, double, Operand)}.
     *
     * @return [rows, units]
     */
    public Operand<TFloat32> last(
            Pass pass, Operand<TFloat32> x, double dropout, double recurrentDropout, Operand<TBool> mask) {
        return last(pass, x, dropout, recurrentDropout, Optional.of(mask));
    }

    Operand<TFloat32> last(
            Pass pass, Operand<TFloat32> x, double dropout, double recurrentDropout, Optional<Operand<TBool>> mask) {
        Ops tf = pass.tf();
        if (!pass.training()) {
            return recurrence(tf)
                    .run(tf, steps(pass, x, dropout, recurrentDropout, mask), false, false)
                    .last();
        }
        Operand<TFloat32> states = states(pass, x, dropout, recurrentDropout, mask);
        Operand<TInt32> end =
                tf.constant(backwards ? 0 : Math.toIntExact(states.shape().get(0)) - 1);
        return tf.gather(states, end, tf.constant(0));
    }

    /** The state after every step, [steps, rows, units]; in training with its gradient. */
    private Operand<TFloat32> states(
            Pass pass, Operand<TFloat32> x, double dropout, double recurrentDropout, Optional<Operand<TBool>> mask) {
        Ops tf = pass.tf();
        Steps steps = steps(pass, x, dropout, recurrentDropout, mask);
        Recurrence recurrence = recurrence(tf);
        Run run = recurrence.run(tf, steps, true, pass.training());
        Operand<TFloat32> states = run.states().orElseThrow();
        List<Operand<TFloat32>> inputs = new ArrayList<>(List.of(steps.inputs()));
        inputs.addAll(recurrence.weights());
        return pass.cut(states, inputs, upstream -> recurrence.gradient(tf, steps, run, upstream));
    }

    private Steps steps(
            Pass pass, Operand<TFloat32> x, double dropout, double recurrentDropout, Optional<Operand<TBool>> mask) {
        Ops tf = pass.tf();
        long units = recurrentKernel.shape().get(0);
        Operand<TFloat32> dropped = kept(pass, "dropout", x, x.shape().get(2), dropout)
                .<Operand<TFloat32>>map(kept -> tf.math.mul(x, tf.expandDims(kept, tf.constant(1))))
                .orElse(x);
        Operand<TFloat32> product = product(tf, swapped(tf, dropped));
        Operand<TFloat32> inputs = inputBias(tf)
                .<Operand<TFloat32>>map(b -> tf.math.add(product, b))
                .orElse(product);
        Optional<Operand<TFloat32>> present = mask.map(steps -> present(tf, steps));
        return new Steps(
                inputs, units, backwards, kept(pass, "recurrent_dropout", x, units, recurrentDropout), present);
    }

    /** All steps times the kernel, [steps, rows, features] to [steps, rows, gates * units]. */
    private Operand<TFloat32> product(Ops tf, Operand<TFloat32> x) {
        Operand<TFloat32> flat =
                tf.reshape(x, tf.constant(new long[] {-1, x.shape().get(2)}));
        long[] shape = {x.shape().get(0), -1, kernel.shape().get(1)};
        return tf.reshape(tf.linalg.matMul(flat, kernel), tf.constant(shape));
    }

    /** Steps and rows changed for each other. */
    private static Operand<TFloat32> swapped(Ops tf, Operand<TFloat32> x) {
        return tf.linalg.transpose(x, tf.constant(new int[] {1, 0, 2}));
    }

    /** [rows, steps] as [steps, rows, 1]. */
    private static Operand<TFloat32> present(Ops tf, Operand<TBool> mask) {
        Operand<TFloat32> numbers = tf.dtypes.cast(mask, TFloat32.class);
        return swapped(tf, tf.expandDims(numbers, tf.constant(2)));
    }

    /** One mask per row, [rows, width]: 0 or 1 / (1 - p); none where no noise acts or p is 0. */
    private Optional<Operand<TFloat32>> kept(Pass pass, String what, Operand<TFloat32> x, long width, double p) {
        if (!pass.noisy() || p == 0) {
            return Optional.empty();
        }
        Ops tf = pass.tf();
        Operand<TInt32> rows = Rows.shape(tf, x);
        Operand<TInt32> shape = tf.concat(List.of(rows, tf.array(Math.toIntExact(width))), tf.constant(0));
        Operand<TFloat32> ones = tf.ensureShape(tf.fill(shape, tf.constant(1f)), Shape.of(-1, width));
        // nothing depends on how a mask is made, and not every op it is made with has a gradient
        return Optional.of(tf.stopGradient(Dropout.apply(pass, name + what, ones, p)));
    }
}
