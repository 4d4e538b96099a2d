package io.regulus.ops;

import static io.regulus.ops.Scan.before;
import static io.regulus.ops.Scan.join;
import static io.regulus.ops.Scan.outer;
import static io.regulus.ops.Scan.parts;
import static io.regulus.ops.Scan.sigmoidSlope;
import static io.regulus.ops.Scan.tanhSlope;
import static io.regulus.ops.Scan.times;
import static io.regulus.ops.Scan.zeros;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The steps of a GRU that resets after the product: b = h U + bias in the gates' order z, r, h; z and r are the sigmoid of
 * inputs + b; candidate = tanh(inputs + r b); h = z h + (1 - z) candidate.
 *
 * @param kernel U, [units, 3 * units]
 * @param bias of the recurrent product, [3 * units]
 */
record GruRecurrence(Operand<TFloat32> kernel, Optional<Operand<TFloat32>> bias) implements Recurrence {
    private static final int GATES = 3;

    @Override
    public List<Operand<TFloat32>> weights() {
        List<Operand<TFloat32>> weights = new ArrayList<>(List.of(kernel));
        bias.ifPresent(weights::add);
        return weights;
    }

    @Override
    public Run run(Ops tf, Steps steps, boolean everyState, boolean training) {
        long units = steps.units();
        List<Long> recorded = Recurrence.recorded(everyState, training, units, GATES * units);
        Scan scan = steps.scan(
                false, List.of(steps.inputs()), List.of(zeros(tf, steps.inputs(), units)), weights(), recorded);
        Scan.Result result = scan.run(tf, (step, at, states, constants) -> {
            Operand<TFloat32> old = states.get(0);
            Operand<TFloat32> product = step.linalg.matMul(steps.kept(step, old, constants), constants.get(0));
            Operand<TFloat32> recurrent = bias.isPresent() ? step.nn.biasAdd(product, constants.get(1)) : product;
            Gates gates = Gates.of(step, at.get(0), recurrent);
            Operand<TFloat32> mixed = step.math.add(
                    gates.candidate(), step.math.mul(gates.update(), step.math.sub(old, gates.candidate())));
            Operand<TFloat32> h = steps.carried(step, at, mixed, old);
            return new Scan.Step(List.of(h), List.of(h, recurrent).subList(0, recorded.size()));
        });
        return Run.of(result);
    }

    /** The gates of a step, or of all steps. */
    private record Gates(
            Operand<TFloat32> update,
            Operand<TFloat32> reset,
            Operand<TFloat32> recurrent,
            Operand<TFloat32> candidate) {
        static Gates of(Ops tf, Operand<TFloat32> inputs, Operand<TFloat32> recurrent) {
            List<Operand<TFloat32>> in = parts(tf, inputs, GATES);
            List<Operand<TFloat32>> own = parts(tf, recurrent, GATES);
            Operand<TFloat32> update = tf.math.sigmoid(tf.math.add(in.get(0), own.get(0)));
            Operand<TFloat32> reset = tf.math.sigmoid(tf.math.add(in.get(1), own.get(1)));
            Operand<TFloat32> candidate = tf.math.tanh(tf.math.add(in.get(2), tf.math.mul(reset, own.get(2))));
            return new Gates(update, reset, own.get(2), candidate);
        }
    }

    @Override
    public List<Operand<TFloat32>> gradient(Ops tf, Steps steps, Run run, Operand<TFloat32> upstream) {
        Operand<TFloat32> found = before(tf, run.saved().get(0), steps.backwards());
        Gates gates = Gates.of(tf, steps.inputs(), run.saved().get(1));
        // slopes of the sums in each gate by the state
        Operand<TFloat32> update = tf.math.mul(tf.math.sub(found, gates.candidate()), sigmoidSlope(tf, gates.update()));
        Operand<TFloat32> candidate =
                tf.math.mul(tf.math.sub(tf.constant(1f), gates.update()), tanhSlope(tf, gates.candidate()));
        Operand<TFloat32> reset =
                tf.math.mul(candidate, tf.math.mul(gates.recurrent(), sigmoidSlope(tf, gates.reset())));
        Operand<TFloat32> ofInputs = join(tf, List.of(update, reset, candidate));
        Operand<TFloat32> ofRecurrent = join(tf, List.of(update, reset, tf.math.mul(candidate, gates.reset())));
        Scan scan = steps.scan(
                true,
                List.of(upstream, ofRecurrent, gates.update()),
                List.of(zeros(tf, found, steps.units())),
                List.of(kernel),
                List.of(steps.units()));
        Scan.Result result = scan.run(tf, (step, at, states, constants) -> {
            Operand<TFloat32> h = step.math.add(at.get(0), states.get(0));
            Operand<TFloat32> through = steps.counted(step, at, h);
            Operand<TFloat32> sums = step.math.mul(thrice(step, through), at.get(1));
            Operand<TFloat32> state = step.math.add(
                    steps.kept(step, Recurrence.back(step, sums, constants.get(0)), constants),
                    step.math.mul(through, at.get(2)));
            return new Scan.Step(List.of(steps.past(step, state, h, through)), List.of(through));
        });
        Operand<TFloat32> states = thrice(tf, result.outputs().get(0));
        Operand<TFloat32> recurrent = tf.math.mul(states, ofRecurrent);
        List<Operand<TFloat32>> gradients = new ArrayList<>();
        gradients.add(tf.math.mul(states, ofInputs));
        gradients.add(outer(tf, times(tf, found, steps.kept()), recurrent));
        bias.ifPresent(any -> gradients.add(tf.sum(recurrent, tf.constant(new int[] {0, 1}))));
        return gradients;
    }

    private static Operand<TFloat32> thrice(Ops tf, Operand<TFloat32> value) {
        return join(tf, List.of(value, value, value));
    }
}
