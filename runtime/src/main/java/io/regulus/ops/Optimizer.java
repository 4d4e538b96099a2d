package io.regulus.ops;

import io.regulus.kernels.Shrinkage;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The rule by which a gradient changes a weight. */
@FunctionalInterface
public interface Optimizer {
    /**
     * Adds the ops that update one weight.
     *
     * @param tf where to add them: ops made here run once every gradient of the step is known
     * @param weight the weight
     * @param gradient of its shape
     * @param rates the numbers of this step
     */
    Op update(Ops tf, Weight weight, Operand<TFloat32> gradient, Rates rates);

    /** The same rule as one native kernel, penalty and decay included; empty where there is none. */
    default Optional<Fused> fused() {
        return Optional.empty();
    }

    /** A rule that takes L2 penalty and decoupled decay of a weight upon itself. */
    @FunctionalInterface
    interface Fused {
        /** Adds the op that updates one weight, with the gradient of the data loss and of the penalties but L2. */
        Op update(Ops tf, Weight weight, Operand<TFloat32> gradient, Rates rates, Shrinkage shrinkage);
    }

    /**
     * What an update may need besides the gradient.
     *
     * @param pass declares slots
     * @param learningRate the rate of this step, a scalar
     */
    record Rates(Pass pass, Operand<TFloat32> learningRate) {
        /** A number of the rule, free of the update's control edges so that equal ones are merged. */
        Operand<TFloat32> constant(double value) {
            return pass.tf().constant((float) value);
        }
    }
}
