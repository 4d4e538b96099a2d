package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A number of a row of {@link Features}: one value of the input, y = (x - shift) / scale as {@link #scaling} says. The component is a
 * {@code float}, {@code double}, {@code int}, {@code long}, {@code boolean} (0 and 1) or the boxed type of one of these; null and
 * NaN are missing, and infinite numbers are refused.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.RECORD_COMPONENT)
public @interface Numeric {
    /** What is subtracted and what it is divided by. */
    Scaling scaling() default Scaling.STANDARD;

    /** What stands for a missing number. */
    MissingNumber missing() default MissingNumber.REFUSE;

    /** Whether a second value follows it in the input, 1 where the number is missing and 0 elsewhere. */
    boolean flagged() default false;
}
