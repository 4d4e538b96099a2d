package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The same values in another shape, the last dimension fastest: an image becomes a sequence, a row of numbers an image. It runs
 * where a {@link Flatten} would, after the layer and the pooling of its field.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Reshape {
    /**
     * The shape of one row: {@code {features}}, {@code {steps, features}} or {@code {height, width, channels}}, of as many values
     * as come in.
     */
    @Range("[1, inf)")
    int[] value();
}
