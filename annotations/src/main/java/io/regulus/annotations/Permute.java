package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The same values with the dimensions in another order: {@code @Permute({2, 1})} makes of [steps, features] [features, steps]. It runs
 * where a {@link Flatten} would, after the layer and the pooling of its field.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Permute {
    /** For each dimension of the output the one of the input that it is, counted from 1, the rows of a batch not counted; each once. */
    @Range("[1, 3]")
    int[] value();
}
