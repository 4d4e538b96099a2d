package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Focal loss (Lin et al., 2017): rows that are known well count less. The loss of a {@link Classifier} is the mean over rows of
 * -sum(t * (1 - p)^gamma * log p) over the classes, p = softmax(logits), t the targets after label smoothing; that of a {@link
 * BinaryClassifier} the same with p and 1 - p for yes and no. The paper's alpha is {@link ClassWeights}, where
 * {@code {0.75, 0.25}} stands for alpha = 0.25. The same as Keras's {@code CategoricalFocalCrossentropy} with alpha = 1; its
 * {@code BinaryFocalCrossentropy} agrees where labels are not smoothed.
 *
 * <p>It is the loss of training and of evaluation. On the class it is that of the one output, on a field with a task that of
 * that output.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface FocalLoss {
    /** How much less: 0 is cross-entropy, 2 makes the loss of a row with p = 0.9 a hundredth of its cross-entropy. */
    @Range("[0, inf)")
    double gamma() default 2.0;
}
