package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Task: one of several classes. The output field gives one logit per class; the data loss is the mean over rows of
 * -sum(t * log softmax(logits)), where t is the label's one-hot vector y, smoothed: t = (1 - e) * y + e / classes
 * (Szegedy et al., 2016). Labels are the integers 0 to classes - 1; predictions are probabilities.
 *
 * <p>On the class it is the task of the one output, on fields each is the task of that output.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface Classifier {
    /** Number of classes; the last layer must have as many outputs. */
    @Range("[2, inf)")
    int classes();

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
