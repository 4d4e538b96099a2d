package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * R-Drop (Liang et al., 2021): the layers run twice in a step, with different masks of dropout, and the outputs p and q of the two runs are
 * drawn together: the data loss becomes (J_p + J_q) / 2 + alpha * D. Of classes D is the mean over the rows of (KL(p||q) + KL(q||p)) / 2, of real
 * numbers the mean over the values of (p - q)^2. Gradients go through both runs. That is the loss of the authors' code; the paper writes
 * J_p + J_q + alpha * D, which is this one with half the alpha, at twice the rate.
 *
 * <p>Both runs see the same inputs, with the same random changes; batch norms move their statistics by both. What is reported as the loss of
 * training is the whole of it, metrics are those of the first run. Nothing happens in inference.
 */
@Documented
@Regularises
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface RDrop {
    /** What the distance of the two runs counts: 0 switches both off, so that the layers run once; the paper takes 0.1 to 5. */
    @Range("[0, inf)")
    @Neutral(0)
    double alpha() default 1;
}
