package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Standardises the input by what is learned from the training data: (x - mean) / deviation, with mean and standard deviation (the
 * biased one) per feature of a row, per channel of an image or sequence. They are computed once, from all training rows at the first
 * {@code fit} or by {@code adapt(data)}, and are part of the model: saved, exported, used in training and inference alike, never
 * trained. A feature that is the same in every row has the deviation 1, so that it becomes 0. Keras's
 * {@code Normalization} with {@code adapt}.
 *
 * <p>It stands on an {@link Input} field, or on a class with {@link Network#input()}, and comes first of what happens to the
 * input, after {@link Input#scale()}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.TYPE})
public @interface Standardize {}
