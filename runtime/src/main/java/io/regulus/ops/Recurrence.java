package io.regulus.ops;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;

/**
 * How a recurrent layer goes from step to step, and the gradient of that. Both run in a {@link Scan}; what can be done for
 * all steps at once, such as the slopes of the gates and the gradients of the weights, is.
 */
interface Recurrence {
    /**
     * What a run goes over.
     *
     * @param inputs what each step brings to the gates, [steps, rows, gates * units]
     * @param units size of the state
     * @param backwards whether the last step comes first
     * @param kept factors of the state where it meets the recurrent kernel, [rows, units]: recurrent dropout
     * @param present 1 for each step that counts, 0 where the state is carried over; [steps, rows, 1]
     */
    record Steps(
            Operand<TFloat32> inputs,
            long units,
            boolean backwards,
            Optional<Operand<TFloat32>> kept,
            Optional<Operand<TFloat32>> present) {
        int number() {
            return Math.toIntExact(inputs.shape().get(0));
        }

        /** A loop over these steps, or against them. */
        Scan scan(
                boolean against,
                List<Operand<TFloat32>> sequences,
                List<Operand<TFloat32>> states,
                List<Operand<TFloat32>> constants,
                List<Long> outputs) {
            List<Operand<TFloat32>> all = new ArrayList<>(sequences);
            present.ifPresent(all::add);
            List<Operand<TFloat32>> fixed = new ArrayList<>(constants);
            kept.ifPresent(fixed::add);
            return new Scan(number(), backwards != against, all, states, fixed, outputs);
        }

        /** Within a step: the state as it meets the recurrent kernel. */
        Operand<TFloat32> kept(Ops tf, Operand<TFloat32> state, List<Operand<TFloat32>> constants) {
            return kept.isPresent() ? tf.math.mul(state, constants.get(constants.size() - 1)) : state;
        }

        /** Within a step: the new state where the step counts, else the old one. */
        Operand<TFloat32> carried(Ops tf, List<Operand<TFloat32>> at, Operand<TFloat32> fresh, Operand<TFloat32> old) {
            return present.isPresent()
                    ? tf.select(tf.math.greater(at.get(at.size() - 1), tf.constant(0f)), fresh, old)
                    : fresh;
        }

        /** Within a step of the gradient: the part of it that goes through the step. */
        Operand<TFloat32> counted(Ops tf, List<Operand<TFloat32>> at, Operand<TFloat32> gradient) {
            return present.isPresent() ? tf.math.mul(gradient, at.get(at.size() - 1)) : gradient;
        }

        /** Within a step of the gradient: adds the part of it that went past the step. */
        Operand<TFloat32> past(
                Ops tf, Operand<TFloat32> through, Operand<TFloat32> gradient, Operand<TFloat32> counted) {
            return present.isPresent() ? tf.math.add(through, tf.math.sub(gradient, counted)) : through;
        }
    }

    /**
     * A run over all steps.
     *
     * @param states the state after each step, [steps, rows, units]; empty where nothing was recorded
     * @param last the state after the last step of the run, [rows, units]
     * @param saved what the gradient needs, the states first
     */
    record Run(Optional<Operand<TFloat32>> states, Operand<TFloat32> last, List<Operand<TFloat32>> saved) {
        /** From a loop whose first state is the layer's, and its first output, if any, that after each step. */
        static Run of(Scan.Result result) {
            return new Run(
                    result.outputs().stream().findFirst(), result.states().get(0), result.outputs());
        }
    }

    /** The weights that the loop itself reads. */
    List<Operand<TFloat32>> weights();

    /** Runs the steps. */
    Run run(Ops tf, Steps steps, boolean everyState, boolean training);

    /** Gradients of the inputs and the weights, from those of all states. */
    List<Operand<TFloat32>> gradient(Ops tf, Steps steps, Run run, Operand<TFloat32> upstream);

    /**
     * How wide is what a run records after each step.
     *
     * @param widths of all that the gradient needs, that of the state first
     */
    static List<Long> recorded(boolean everyState, boolean training, Long... widths) {
        int number = everyState ? 1 : 0;
        return List.of(widths).subList(0, training ? widths.length : number);
    }

    /** x times the transpose of a kernel. */
    static Operand<TFloat32> back(Ops tf, Operand<TFloat32> x, Operand<TFloat32> kernel) {
        return tf.linalg.matMul(x, kernel, MatMul.transposeB(true));
    }
}
