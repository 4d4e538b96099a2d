package io.regulus.ops;

import io.regulus.kernels.AdamUpdate;
import io.regulus.kernels.Shrinkage;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;

/**
 * Adam: m = beta1 * m + (1 - beta1) * g; v = beta2 * v + (1 - beta2) * g^2;
 * w -= lr * sqrt(1 - beta2^t) / (1 - beta1^t) * m / (sqrt(v) + epsilon). With decoupled decay, which the step applies before,
 * it is AdamW.
 */
public final class Adam implements Optimizer {
    private final double beta1;
    private final double beta2;
    private final double epsilon;
    /** beta1^t and beta2^t: scalars that all weights of a pass share. */
    private record Powers(Operand<TFloat32> beta1, Operand<TFloat32> beta2) {}

    private Powers powers;

    private Pass powersOf;

    /**
     * The rule.
     *
     * @param beta1 in [0, 1)
     * @param beta2 in [0, 1)
     * @param epsilon above 0
     */
    public Adam(double beta1, double beta2, double epsilon) {
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.epsilon = epsilon;
    }

    @Override
    public Op update(Ops tf, Updated weight, Operand<TFloat32> gradient, Rates rates) {
        Pass pass = rates.pass();
        Powers powers = powers(pass);
        return tf.train.resourceApplyAdam(
                weight.handle(),
                weight.slot("m"),
                weight.slot("v"),
                powers.beta1(),
                powers.beta2(),
                rates.learningRate(),
                rates.constant(beta1),
                rates.constant(beta2),
                rates.constant(epsilon),
                gradient);
    }

    @Override
    public Optional<Fused> fused() {
        return Optional.of(this::fusedUpdate);
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

    private Powers powers(Pass pass) {
        if (powersOf != pass) {
            powersOf = pass;
            powers = new Powers(power(pass, beta1), power(pass, beta2));
        }
        return powers;
    }

    /**
     * beta^t in double precision, from beta as the float the kernel uses: only then is 1 - beta^t in step 1 exactly the
     * kernel's 1 - beta. A function of the step, there is no second copy of the state to get out of step.
     */
    private static Operand<TFloat32> power(Pass pass, double beta) {
        Ops tf = pass.tf();
        Operand<TFloat64> t = tf.math.add(tf.dtypes.cast(pass.step().value(), TFloat64.class), tf.constant(1.0));
        return tf.dtypes.cast(tf.math.pow(tf.constant((double) (float) beta), t), TFloat32.class);
    }
}
