package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Dropout for {@link ActivationFunction#SELU} (Klambauer et al., 2017), of any shape: in training a value is set to alpha' = -1.7580993, which SELU
 * tends to far below 0, with probability p, and all of them are put through a * y + b with a = 1 / sqrt((1 - p) * (1 + p * alpha'^2))
 * and b = -a * p * alpha'. Of values with mean 0 and variance 1 mean and variance stay what they are. In inference nothing happens.
 * A draw per value, a function of the model's seed, the field's name and the step alone; p is rounded to a multiple of 2^-16.
 *
 * <p>Keras, PyTorch and PaddlePaddle: {@code AlphaDropout}, the same p.
 */
@Documented
@Regularises(noisy = true)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface AlphaDropout {
    /** Probability of setting a value to alpha'; the authors use 0.05 to 0.1. */
    @Range("[0, 1)")
    @Neutral(0)
    double p();
}
