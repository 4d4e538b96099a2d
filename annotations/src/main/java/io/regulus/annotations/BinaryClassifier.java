package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Task: yes or no. The output field gives one logit; the data loss is the mean of the sigmoid cross-entropy with the target
 * t = (1 - e) * y + e / 2. Labels are 0 or 1; predictions are the probability of 1.
 *
 * <p>On the class it is the task of the one output, on fields each is the task of that output.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface BinaryClassifier {
    /** e of the formula above: 0 for none. */
    @Range("[0, 1)")
    @Neutral(0)
    @Regularises
    double labelSmoothing() default 0.0;

    /**
     * What the loss of this output counts in the sum over the outputs of a network that has several; refused where there is
     * one.
     */
    @Range("[0, inf)")
    double lossWeight() default 1.0;
}
