package io.regulus.ops;

import java.util.HashMap;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TNumber;

/** The scalars that all weights of a step share: its number, the learning rate, and powers of constants by the number. Each is made when it is asked for. */
final class StepNumbers {
    private final Ops tf;
    private final Variables variables;
    private final Map<Double, Operand<TFloat32>> powers = new HashMap<>();
    private Scalar<TInt64> step;
    private Scalar<TFloat32> learningRate;

    /** A scalar variable with its value at the start of the run. */
    record Scalar<T extends TNumber>(VarHandleOp handle, Operand<T> value) {}

    StepNumbers(Ops tf, Variables variables) {
        this.tf = tf;
        this.variables = variables;
    }

    /** See {@link Pass#step}. */
    Scalar<TInt64> step() {
        if (step == null) {
            step = scalar(new Variable<>(
                    TrainingStep.STEP, TInt64.class, Shape.scalar(), Role.STATE, ops -> ops.constant(0L)));
        }
        return step;
    }

    /** See {@link Pass#learningRate}. */
    Scalar<TFloat32> learningRate(double initial) {
        if (learningRate == null) {
            float start = (float) initial;
            learningRate = scalar(new Variable<>(
                    TrainingStep.LEARNING_RATE,
                    TFloat32.class,
                    Shape.scalar(),
                    Role.STATE,
                    ops -> ops.constant(start)));
        }
        return learningRate;
    }

    private <T extends TNumber> Scalar<T> scalar(Variable<T> variable) {
        VarHandleOp handle = variables.declare(tf, variable);
        return new Scalar<>(handle, tf.readVariableOp(handle, variable.type()));
    }

    /** See {@link Pass#power}. */
    Operand<TFloat32> power(double base) {
        return powers.computeIfAbsent(base, any -> {
            Operand<TFloat64> t = tf.math.add(tf.dtypes.cast(step().value(), TFloat64.class), tf.constant(1.0));
            return tf.dtypes.cast(tf.math.pow(tf.constant((double) (float) base), t), TFloat32.class);
        });
    }
}
