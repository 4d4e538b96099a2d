package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Additive attention on sequences, [steps, features] (Bahdanau et al., Neural Machine Translation by Jointly Learning to Align and Translate,
 * 2015): y = softmax(e) v with e = sum over the features of scale * tanh(q + k), without projections, which are {@link Dense} layers before.
 * With one input the sequence asks itself; with
 * {@code @From({"query", "value"})} the first input asks and the second is key and value, with {@code @From({"query", "value", "key"})} the
 * third is the key. The output has the steps of the query and the features of the value. Padding of the value is not seen, and the output
 * is 0 where the query is padding.
 *
 * <p>Parameter: {@code name/score_scale} [features], where {@link #useScale} says so.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface AdditiveAttention {
    /** Whether each feature has a weight in the score that is trained, drawn as by {@link Initializer#GLOROT_UNIFORM}; else all count 1. */
    boolean useScale() default true;

    /** Probability of dropping a weight that a step gives to another; the rest is scaled by 1 / (1 - dropout). */
    @Range("[0, 1)")
    @Neutral(0)
    @Regularises(noisy = true)
    double dropout() default 0;

    /** Whether a step sees itself and the steps before it only. */
    boolean causal() default false;
}
