package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Penalty on what the layer gives, and not on its weights: l1 * sum(|a|) + l2 * sum(a^2) over the values a of a row, the mean over the
 * rows of the batch. The values pass as they are. They are those behind the layer's norm, activation and pooling, and
 * before its noise. Evaluations report it, as the mean over their rows. With {@code l1} most of them become small, which is a sparse code (Olshausen and Field, 1996; Goodfellow, Bengio and
 * Courville, Deep Learning, 7.10).
 *
 * <p>Keras: {@code ActivityRegularization(l1, l2)} and a layer's {@code activity_regularizer}; Keras 3 adds up the rows of a batch where
 * this takes their mean, as Keras 2 did, so that the size of the batch does not matter: its v is {@code v * batchSize} here.
 */
@Documented
@Regularises
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface ActivityRegularization {
    /** Coefficient of the sum of absolute values. */
    @Range("[0, inf)")
    @Neutral(0)
    double l1() default 0;

    /** Coefficient of the sum of squares. */
    @Range("[0, inf)")
    @Neutral(0)
    double l2() default 0;
}
