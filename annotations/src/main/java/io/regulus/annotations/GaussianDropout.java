package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Multiplies every value by normal noise of mean 1 in training: y = x * (1 + sqrt(p / (1 - p)) * n), of any shape; in inference nothing
 * happens. A draw per value, a function of the model's seed, the field's name and the step alone. The noise has the mean and the variance of
 * {@link Dropout} with the same p, and nothing is lost altogether (Srivastava et al., 2014, section 10).
 *
 * <p>Keras: {@code GaussianDropout}, the same p. PyTorch and PaddlePaddle have none.
 */
@Documented
@Regularises(noisy = true)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface GaussianDropout {
    /** Probability of dropping of the dropout that has the same variance; the deviation of the noise is sqrt(p / (1 - p)). */
    @Range("[0, 1)")
    @Neutral(0)
    double p();
}
