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
 * The steps of a GRU that resets before the product, with a product more than {@link GruRecurrence}: z and r are the sigmoid
 * of inputs + h U; candidate = tanh(inputs + (r h) V); h = z h + (1 - z) candidate.
 *
 * @param gates U, [units, 2 * units]
 * @param candidate V, [units, units]
 */
record GruBeforeRecurrence(Operand<TFloat32> gates, Operand<TFloat32> candidate) implements Recurrence {
    private static final int GATES = 3;

    @Override
    public List<Operand<TFloat32>> weights() {
        return List.of(gates, candidate);
    }

    @Override
    public Run run(Ops tf, Steps steps, boolean everyState, boolean training) {
        long units = steps.units();
        List<Long> recorded = Recurrence.recorded(everyState, training, units, GATES * units);
        Scan scan = steps.scan(
                false, List.of(steps.inputs()), List.of(zeros(tf, steps.inputs(), units)), weights(), recorded);
        Scan.Result result = scan.run(tf, (step, at, states, constants) -> {
            Operand<TFloat32> old = states.get(0);
            Operand<TFloat32> kept = steps.kept(step, old, constants);
            List<Operand<TFloat32>> in = parts(step, at.get(0), GATES);
            List<Operand<TFloat32>> own = parts(step, step.linalg.matMul(kept, constants.get(0)), 2);
            Operand<TFloat32> updateSum = step.math.add(in.get(0), own.get(0));
            Operand<TFloat32> resetSum = step.math.add(in.get(1), own.get(1));
            Operand<TFloat32> remembered = step.math.mul(step.math.sigmoid(resetSum), kept);
            Operand<TFloat32> sum = step.math.add(in.get(2), step.linalg.matMul(remembered, constants.get(1)));
            Operand<TFloat32> fresh = step.math.tanh(sum);
            Operand<TFloat32> mixed =
                    step.math.add(fresh, step.math.mul(step.math.sigmoid(updateSum), step.math.sub(old, fresh)));
            Operand<TFloat32> h = steps.carried(step, at, mixed, old);
            Operand<TFloat32> sums = join(step, List.of(updateSum, resetSum, sum));
            return new Scan.Step(List.of(h), List.of(h, sums).subList(0, recorded.size()));
        });
        return Run.of(result);
    }

    @Override
    public List<Operand<TFloat32>> gradient(Ops tf, Steps steps, Run run, Operand<TFloat32> upstream) {
        List<Operand<TFloat32>> sums = parts(tf, run.saved().get(1), GATES);
        Operand<TFloat32> found = before(tf, run.saved().get(0), steps.backwards());
        Operand<TFloat32> kept = times(tf, found, steps.kept());
        Operand<TFloat32> update = tf.math.sigmoid(sums.get(0));
        Operand<TFloat32> reset = tf.math.sigmoid(sums.get(1));
        Operand<TFloat32> fresh = tf.math.tanh(sums.get(2));
        Operand<TFloat32> updateSlope = tf.math.mul(tf.math.sub(found, fresh), sigmoidSlope(tf, update));
        Operand<TFloat32> freshSlope = tf.math.mul(tf.math.sub(tf.constant(1f), update), tanhSlope(tf, fresh));
        Operand<TFloat32> resetSlope = tf.math.mul(kept, sigmoidSlope(tf, reset));
        Scan scan = steps.scan(
                true,
                List.of(upstream, updateSlope, freshSlope, resetSlope, reset, update),
                List.of(zeros(tf, found, steps.units())),
                weights(),
                List.of(GATES * steps.units()));
        Scan.Result result = scan.run(tf, (step, at, states, constants) -> {
            Operand<TFloat32> h = step.math.add(at.get(0), states.get(0));
            Operand<TFloat32> through = steps.counted(step, at, h);
            Operand<TFloat32> freshSum = step.math.mul(through, at.get(2));
            Operand<TFloat32> remembered = Recurrence.back(step, freshSum, constants.get(1));
            Operand<TFloat32> gateSums =
                    join(step, List.of(step.math.mul(through, at.get(1)), step.math.mul(remembered, at.get(3))));
            Operand<TFloat32> products = step.math.add(
                    step.math.mul(remembered, at.get(4)), Recurrence.back(step, gateSums, constants.get(0)));
            Operand<TFloat32> state =
                    step.math.add(steps.kept(step, products, constants), step.math.mul(through, at.get(5)));
            return new Scan.Step(
                    List.of(steps.past(step, state, h, through)), List.of(join(step, List.of(gateSums, freshSum))));
        });
        Operand<TFloat32> ofSums = result.outputs().get(0);
        List<Operand<TFloat32>> each = parts(tf, ofSums, GATES);
        return List.of(
                ofSums,
                outer(tf, kept, join(tf, each.subList(0, 2))),
                outer(tf, tf.math.mul(reset, kept), each.get(2)));
    }
}
