package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The mean value of each window of a sequence, feature by feature. Padding is not counted in the mean.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface AvgPool1D {
    /** Steps in the window. */
    @Range("[1, inf)")
    int pool() default 2;

    /** Step of the window; where it is not written, the size of the window. */
    @Range("[1, inf)")
    int strides() default 2;

    /** What happens at the ends. */
    Padding padding() default Padding.VALID;
}
