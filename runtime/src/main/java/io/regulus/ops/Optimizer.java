package io.regulus.ops;

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
