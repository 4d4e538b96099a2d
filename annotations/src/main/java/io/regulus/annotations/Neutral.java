package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value of a number at which its regulariser does nothing: 0 for a penalty or for dropout, a bound that no norm reaches for
 * clipping. It is stated once, here at the annotation element, and what removes regularisers in turn reads it. It lies in the
 * element's {@link Range}.
 *
 * @see Regularises
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Neutral {
    /** The value. */
    double value();
}
