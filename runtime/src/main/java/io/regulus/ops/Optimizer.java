package io.regulus.ops;

import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The rule by which a gradient changes a weight. */
public interface Optimizer {
    /**
     * Adds the ops that update one weight.
     *
     * @param tf where to add them: ops made here run once every gradient of the step is known
     * @param weight the weight, or rows of a table; other rows, and theirs of the slots, stay as they are then
     * @param gradient of its shape
     * @param rates the numbers of this step
     */
    Op update(Ops tf, Updated weight, Operand<TFloat32> gradient, Rates rates);

    /** Whether decoupled decay is a part of the update, by {@link Updated#decay}; otherwise the step decays a weight before it. */
    default boolean decays() {
        return false;
    }

    /** The same rule as a native kernel, penalty and decay included; empty where there is none. */
    default Optional<Fused> fused() {
        return Optional.empty();
    }

    /** A rule that updates all weights at once, and takes their L2 penalties and decoupled decay upon itself. */
    @FunctionalInterface
    interface Fused {
        /** Adds the ops of the update. */
        Op update(Ops tf, List<Change> changes, Rates rates);
    }

    /**
     * What becomes of a weight.
     *
     * @param gradient of the data loss and of all penalties but L2
     * @param l2 coefficient of the L2 penalty, 0 for none
     * @param decay coefficient of the decoupled decay, 0 for none
     */
    record Change(Weight weight, Operand<TFloat32> gradient, double l2, double decay) {}

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

        /** 1 - beta^t: what a moving mean that started at 0 is divided by in step t. */
        Operand<TFloat32> biasCorrection(double beta) {
            return pass.tf().math.sub(constant(1), pass.power(beta));
        }
    }
}
