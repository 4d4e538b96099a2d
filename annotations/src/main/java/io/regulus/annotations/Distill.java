package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Knowledge distillation (Hinton et al., 2015): a network learns from the probabilities of another one, too. The data loss J of a step becomes
 * (1 - alpha) * J + alpha * D, summed over the outputs. Of classes D is the mean over the rows of T^2 * KL(q || p), with p = softmax(z / T) of this
 * network's logits, q of the teacher's, and T the temperature; of yes or no the same with sigmoids; of real numbers D is the mean of the
 * squared differences from the teacher's.
 *
 * <p>The teacher is given to the fit, {@code fit.teacher(model::outputs)}, or what it says to the data, {@code data.withSoftTargets(...)}: its
 * probabilities, of which q is made by the temperature, so that it may be any network or an ensemble. It sees the rows as they are given, without
 * random changes. Nothing happens in evaluation and inference.
 */
@Documented
@Regularises
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Distill {
    /** What both logits are divided by: above 1 the classes that are not the likeliest count more. Real numbers do not know it. */
    @Range("(0, inf)")
    double temperature() default 2;

    /** What the teacher counts, the labels counting the rest: 0 for labels alone, 1 for the teacher alone. */
    @Range("[0, 1]")
    @Neutral(0)
    double alpha() default 0.5;
}
