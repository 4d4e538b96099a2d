package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Dot-product attention on sequences, [steps, features] (Luong et al., Effective Approaches to Attention-based Neural Machine Translation,
 * 2015): y = softmax(scale * q k') v, without projections. With one input the sequence asks itself; with
 * {@code @From({"query", "value"})} the first input asks and the second is key and value, with {@code @From({"query", "value", "key"})} the
 * third is the key. The output has the steps of the query and the features of the value. Padding of the value is not seen, and the output
 * is 0 where the query is padding.
 *
 * <p>Parameter: {@code name/score_scale} [1], where {@link #useScale} says so. For 1 / sqrt(features) and several heads there is
 * {@link MultiHeadAttention}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Attention {
    /** Whether the scores are multiplied by a number that is trained, and starts at 1. */
    boolean useScale() default false;

    /** Probability of dropping a weight that a step gives to another; the rest is scaled by 1 / (1 - dropout). */
    @Range("[0, 1)")
    @Neutral(0)
    @Regularises(noisy = true)
    double dropout() default 0;

    /** Whether a step sees itself and the steps before it only. */
    boolean causal() default false;
}
