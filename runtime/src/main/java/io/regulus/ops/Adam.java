package io.regulus.ops;

import io.regulus.kernels.AdamUpdate;
import io.regulus.kernels.Shrinkage;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Adam: m = beta1 * m + (1 - beta1) * g; v = beta2 * v + (1 - beta2) * g^2;
 * w -= lr * sqrt(1 - beta2^t) / (1 - beta1^t) * m / (sqrt(v) + epsilon). With decoupled decay, which the step applies before,
 * it is AdamW.
 *
 * @param beta1 in [0, 1)
 * @param beta2 in [0, 1)
 * @param epsilon above 0
 * @param amsgrad whether the root is of the largest v so far (AMSGrad)
 */
public record Adam(double beta1, double beta2, double epsilon, boolean amsgrad) implements Optimizer {
    /** Adam itself. */
    public Adam(double beta1, double beta2, double epsilon) {
        this(beta1, beta2, epsilon, false);
    }

    @Override
    public Op update(Ops tf, Updated weight, Operand<TFloat32> gradient, Rates rates) {
        Pass pass = rates.pass();
        if (amsgrad) {
            return tf.train.resourceApplyAdamWithAmsgrad(
                    weight.handle(),
                    weight.slot("m"),
                    weight.slot("v"),
                    weight.slot("largest_v"),
                    pass.power(beta1),
                    pass.power(beta2),
                    rates.learningRate(),
                    rates.constant(beta1),
                    rates.constant(beta2),
                    rates.constant(epsilon),
                    gradient);
        }
        return tf.train.resourceApplyAdam(
                weight.handle(),
                weight.slot("m"),
                weight.slot("v"),
                pass.power(beta1),
                pass.power(beta2),
                rates.learningRate(),
                rates.constant(beta1),
                rates.constant(beta2),
                rates.constant(epsilon),
                gradient);
    }

    @Override
    public Optional<Fused> fused() {
        return amsgrad ? Optional.empty() : Optional.of(this::fusedUpdate);
    }

    private Op fusedUpdate(Ops tf, List<Change> changes, Rates rates) {
        Pass pass = rates.pass();
        List<AdamUpdate.Parameter> parameters = changes.stream()
                .map(change -> new AdamUpdate.Parameter(
                        new AdamUpdate.Variables(
                                change.weight().handle(),
                                pass.slot(change.weight(), "m", 0).handle(),
                                pass.slot(change.weight(), "v", 0).handle()),
                        change.gradient(),
                        new Shrinkage((float) change.l2(), (float) change.decay())))
                .toList();
        return new AdamUpdate((float) beta1, (float) beta2, (float) epsilon)
                .apply(tf, parameters, pass.step().value(), rates.learningRate(), pass.kernelThreads());
    }
}
