package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adds normal noise of mean 0 in training: y = x + stddev * n; in inference nothing happens. A draw per value, a function of the
 * model's seed, the field's name and the step alone. Keras: {@code GaussianNoise}. On a field of its own behind the input it is the
 * classical noise on the data (Bishop, 1995: for small noise a form of Tikhonov regularisation).
 */
@Documented
@Regularises(noisy = true)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface GaussianNoise {
    /** Standard deviation of the noise. */
    @Range("[0, inf)")
    @Neutral(0)
    double stddev();
}
