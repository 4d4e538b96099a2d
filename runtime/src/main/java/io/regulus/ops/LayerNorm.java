package io.regulus.ops;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Layer normalisation over the last axis: y = scale * (x - mean) / sqrt(variance + epsilon) + shift, with the mean and the
 * biased variance of each row, step or pixel by itself.
 *
 * @param scale [features]
 * @param shift [features]
 */
public record LayerNorm(Weight scale, Weight shift) {
    /**
     * Declares the two variables of a layer.
     *
     * @param layer prefix of their names
     * @param features size of the last axis
     */
    public static LayerNorm of(Pass pass, String layer, long features) {
        return new LayerNorm(pass.scale(layer + "/scale", features), pass.shift(layer + "/shift", features));
    }

    /**
     * Normalises, in training and in inference alike.
     *
     * @param x [..., features]
     * @param epsilon added to the variance under the root, above 0
     */
    public Operand<TFloat32> apply(Pass pass, Operand<TFloat32> x, double epsilon) {
        Operand<TFloat32> normed = Standardisation.of(pass.tf(), x, epsilon, -1);
        return pass.tf().math.add(pass.tf().math.mul(normed, scale), shift);
    }
}
