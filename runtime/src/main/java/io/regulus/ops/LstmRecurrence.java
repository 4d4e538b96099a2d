package io.regulus.ops;

import static io.regulus.ops.Scan.before;
import static io.regulus.ops.Scan.join;
import static io.regulus.ops.Scan.outer;
import static io.regulus.ops.Scan.parts;
import static io.regulus.ops.Scan.sigmoidSlope;
import static io.regulus.ops.Scan.tanhSlope;
import static io.regulus.ops.Scan.times;
import static io.regulus.ops.Scan.zeros;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The steps of an LSTM: a = inputs + h U in the gates' order i, f, c, o; cell = sigmoid(f) cell + sigmoid(i) tanh(c);
 * h = sigmoid(o) tanh(cell).
 *
 * @param kernel U, [units, 4 * units]
 */
record LstmRecurrence(Operand<TFloat32> kernel) implements Recurrence {
    private static final int GATES = 4;

    @Override
    public List<Operand<TFloat32>> weights() {
        return List.of(kernel);
    }

    @Override
    public Run run(Ops tf, Steps steps, boolean everyState, boolean training) {
        long units = steps.units();
        Operand<TFloat32> nothing = zeros(tf, steps.inputs(), units);
        List<Long> recorded = Recurrence.recorded(everyState, training, units, GATES * units, units);
        Scan scan = steps.scan(false, List.of(steps.inputs()), List.of(nothing, nothing), weights(), recorded);
        Scan.Result result = scan.run(tf, (step, at, states, constants) -> {
            Operand<TFloat32> state = steps.kept(step, states.get(0), constants);
            Operand<TFloat32> sums = step.math.add(at.get(0), step.linalg.matMul(state, constants.get(0)));
            List<Operand<TFloat32>> gates = parts(step, sums, GATES);
            Operand<TFloat32> old = step.math.mul(step.math.sigmoid(gates.get(1)), states.get(1));
            Operand<TFloat32> fresh = step.math.mul(step.math.sigmoid(gates.get(0)), step.math.tanh(gates.get(2)));
            Operand<TFloat32> sum = step.math.add(old, fresh);
            Operand<TFloat32> output = step.math.mul(step.math.sigmoid(gates.get(3)), step.math.tanh(sum));
            Operand<TFloat32> h = steps.carried(step, at, output, states.get(0));
            Operand<TFloat32> cell = steps.carried(step, at, sum, states.get(1));
            return new Scan.Step(List.of(h, cell), List.of(h, sums, cell).subList(0, recorded.size()));
        });
        return Run.of(result);
    }

    @Override
    public List<Operand<TFloat32>> gradient(Ops tf, Steps steps, Run run, Operand<TFloat32> upstream) {
        List<Operand<TFloat32>> gates = parts(tf, run.saved().get(1), GATES);
        Operand<TFloat32> cell = run.saved().get(2);
        Operand<TFloat32> input = tf.math.sigmoid(gates.get(0));
        Operand<TFloat32> forget = tf.math.sigmoid(gates.get(1));
        Operand<TFloat32> fresh = tf.math.tanh(gates.get(2));
        Operand<TFloat32> output = tf.math.sigmoid(gates.get(3));
        Operand<TFloat32> bounded = tf.math.tanh(cell);
        Operand<TFloat32> cellByState = tf.math.mul(output, tanhSlope(tf, bounded));
        // of i, f and c by the cell, of o by the state
        Operand<TFloat32> slopes = join(
                tf,
                List.of(
                        tf.math.mul(fresh, sigmoidSlope(tf, input)),
                        tf.math.mul(before(tf, cell, steps.backwards()), sigmoidSlope(tf, forget)),
                        tf.math.mul(input, tanhSlope(tf, fresh)),
                        tf.math.mul(bounded, sigmoidSlope(tf, output))));
        Operand<TFloat32> nothing = zeros(tf, cell, steps.units());
        Scan scan = steps.scan(
                true,
                List.of(upstream, cellByState, slopes, forget),
                List.of(nothing, nothing),
                weights(),
                List.of(GATES * steps.units()));
        Scan.Result result = scan.run(tf, (step, at, states, constants) -> {
            Operand<TFloat32> h = step.math.add(at.get(0), states.get(0));
            Operand<TFloat32> through = steps.counted(step, at, h);
            Operand<TFloat32> cellThrough = steps.counted(step, at, states.get(1));
            Operand<TFloat32> c = step.math.add(cellThrough, step.math.mul(through, at.get(1)));
            Operand<TFloat32> sums = step.math.mul(join(step, List.of(c, c, c, through)), at.get(2));
            Operand<TFloat32> state = steps.kept(step, Recurrence.back(step, sums, constants.get(0)), constants);
            return new Scan.Step(
                    List.of(
                            steps.past(step, state, h, through),
                            steps.past(step, step.math.mul(c, at.get(3)), states.get(1), cellThrough)),
                    List.of(sums));
        });
        Operand<TFloat32> sums = result.outputs().get(0);
        Operand<TFloat32> found = times(tf, before(tf, run.saved().get(0), steps.backwards()), steps.kept());
        return List.of(sums, outer(tf, found, sums));
    }
}
