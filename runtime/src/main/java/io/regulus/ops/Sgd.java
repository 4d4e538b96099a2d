package io.regulus.ops;

import io.regulus.kernels.DescentUpdate;
import io.regulus.kernels.Shrinkage;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.train.ResourceApplyKerasMomentum;
import org.tensorflow.types.TFloat32;

/**
 * Stochastic gradient descent: v = momentum * v - lr * g; w += v, or with Nesterov w += momentum * v - lr * g. Without
 * momentum there is no slot.
 *
 * @param momentum in [0, 1)
 * @param nesterov whether to look ahead
 */
public record Sgd(double momentum, boolean nesterov) implements Optimizer {
    @Override
    public Op update(Ops tf, Updated weight, Operand<TFloat32> gradient, Rates rates) {
        if (momentum == 0) {
            return tf.train.resourceApplyGradientDescent(weight.handle(), rates.learningRate(), gradient);
        }
        return tf.train.resourceApplyKerasMomentum(
                weight.handle(),
                weight.slot("velocity"),
                rates.learningRate(),
                gradient,
                rates.constant(momentum),
                ResourceApplyKerasMomentum.useNesterov(nesterov));
    }

    @Override
    public Optional<Fused> fused() {
        return Optional.of(this::fusedUpdate);
    }

    private Op fusedUpdate(Ops tf, List<Change> changes, Rates rates) {
        List<Op> updates =
                changes.stream().map(change -> fusedUpdate(tf, change, rates)).toList();
        return tf.withControlDependencies(updates).noOp();
    }

    private Op fusedUpdate(Ops tf, Change change, Rates rates) {
        DescentUpdate update = new DescentUpdate(
                (float) momentum, nesterov, new Shrinkage((float) change.l2(), (float) change.decay()));
        Weight weight = change.weight();
        int threads = rates.pass().kernelThreads();
        if (momentum == 0) {
            return update.plain(tf, weight.handle(), rates.learningRate(), change.gradient(), threads);
        }
        return update.withMomentum(
                tf,
                weight.handle(),
                rates.pass().slot(weight, "velocity", 0).handle(),
                rates.learningRate(),
                change.gradient(),
                threads);
    }
}
