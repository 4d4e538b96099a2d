package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The field is an input of the network, which may have several: each is read by a layer, by {@link From} or because it stands
 * right above. Use it instead of {@link Network#input()} where the values are not float32 or need a
 * scale.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Input {
    /** Shape of one row without the batch dimension: {@code {features}}, {@code {steps, features}} or
     * {@code {height, width, channels}}. */
    @Range("[1, inf)")
    int[] shape();

    /** Type of the values that are fed. */
    DataType type() default DataType.FLOAT32;

    /** Every value is multiplied by this in the graph; 1.0 / 255 for bytes of an image. */
    @Range("(0, inf)")
    double scale() default 1.0;
}
