package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes images larger by whole factors, channel by channel: height and width times the size. It runs where a pooling would,
 * after the layer and the activation of its field.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface UpSampling2D {
    /** How much larger: one number for both directions, or vertical and horizontal. */
    @Range("[1, inf)")
    int[] size() default {2};

    /** What stands between the values. */
    Interpolation interpolation() default Interpolation.NEAREST;
}
