package io.regulus.ops;

import java.util.List;
import java.util.function.Supplier;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Sharpness-aware minimisation (Foret et al., 2021): the gradient of the data loss is taken where a step of length rho up its own gradient leads,
 * w + e with e = rho * g / |g|.
 *
 * @param again declares the layers once more, runs them and gives the outputs with their losses
 * @param rho length of that step, above 0
 */
record Sharpness(Supplier<List<Head>> again, double rho) {
    /** As Keras and the authors have it: where there is no gradient nothing moves. */
    private static final float LEAST = 1e-12f;

    /** The outputs at w + e. */
    List<Head> there(Pass pass, StepGradients here) {
        Ops tf = pass.tf();
        Operand<TFloat32> norm = tf.math.add(tf.math.sqrt(here.sumOfSquares()), tf.constant(LEAST));
        Operand<TFloat32> scale = tf.math.div(tf.constant((float) rho), norm);
        return pass.displaced(
                here.all().stream()
                        // e is a number of this step: no gradient goes through it
                        .map(gradient -> gradient.with(tf.stopGradient(tf.math.mul(gradient.value(), scale))))
                        .toList(),
                again);
    }
}
