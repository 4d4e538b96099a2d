package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sharpness-aware minimisation (SAM; Foret et al., 2021): the weights are updated by the gradient of the data loss not where they are but where a
 * step of length rho leads, up that gradient: w + e with e = rho * g / |g|, g the gradient at w and |g| its norm over all trained weights. So
 * minima are looked for whose surroundings are low too. The layers run twice in a step, on the same inputs with the same masks.
 *
 * <p>Penalties on weights are outside, as in the paper and Keras: e does not see them, and their gradient is that at w. Penalties on activities
 * are part of the data loss. Moving statistics of batch norms follow the first run; loss, metrics and predictions are those at w. Nothing happens in
 * inference. In Keras it is {@code SharpnessAwareMinimization}.
 */
@Documented
@Regularises
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Sam {
    /** Length of the step: 0 switches it off, so that the layers run once; the paper takes 0.02 to 0.2. */
    @Range("[0, inf)")
    @Neutral(0)
    double rho() default 0.05;
}
