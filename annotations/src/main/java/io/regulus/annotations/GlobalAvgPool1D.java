package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The mean of each feature over all steps: [steps, features] becomes [features]. Steps that an
 * {@link Embedding} with {@code maskZero} masks are left out; a row of masked steps alone gives zeros.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface GlobalAvgPool1D {}
