package io.regulus.ops;

import io.regulus.ops.Initializers.Initializer;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A dense layer within a larger one: each step of a sequence times a kernel, plus a bias.
 *
 * @param kernel [features, units]
 * @param bias [units]
 */
record Projection(Weight kernel, Optional<Weight> bias) {
    /**
     * Declares its variables, {@code name_kernel} and {@code name_bias}.
     *
     * @param features size of the last axis of what it is applied to
     * @param units size of the last axis of what it gives
     */
    static Projection of(Pass pass, String name, long features, long units, boolean useBias, Initializer initializer) {
        return new Projection(
                pass.kernel(name + "_kernel", initializer, features, units),
                useBias ? Optional.of(pass.bias(name + "_bias", units)) : Optional.empty());
    }

    /** x W + b: [rows, steps, features] to [rows, steps, units]. */
    Operand<TFloat32> apply(Ops tf, Operand<TFloat32> x) {
        Operand<TFloat32> product = Sequences.matMul(tf, x, kernel);
        return bias.<Operand<TFloat32>>map(added -> tf.nn.biasAdd(product, added))
                .orElse(product);
    }
}
