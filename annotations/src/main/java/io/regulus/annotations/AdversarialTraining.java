package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adversarial training by the fast gradient sign method (Goodfellow et al., 2015): the data loss J of a step becomes
 * (1 - weight) * J(x) + weight * J(x'), with x' = x + epsilon * sign(dJ/dx). The inputs are those that the first layers read, after scale,
 * standardisation and whatever else happens to them, and {@code epsilon} is in their unit; x' is taken as data, no gradient goes
 * through its making, and it is not cut to the range of pixels. Inputs that hold ids stay as they are.
 *
 * <p>The network runs twice in a step: with the same masks of dropout, and with batch norms that move their statistics by both batches.
 * What is reported as the loss of training is the sum of the two parts, metrics are those of x. Nothing happens in inference.
 */
@Documented
@Regularises(noisy = true)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface AdversarialTraining {
    /** How far each value of the input moves, in the unit of what the first layer reads. */
    @Range("[0, inf)")
    double epsilon();

    /** What the loss on x' counts: 0 switches it off, the paper's half is the default. */
    @Range("[0, 1]")
    @Neutral(0)
    double weight() default 0.5;
}
