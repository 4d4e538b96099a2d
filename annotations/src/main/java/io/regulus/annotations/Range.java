package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The values a number may have, written as an interval such as {@code "[0, 1)"} or {@code "(0, inf)"}. It is stated once,
 * here at the annotation element: the compiler check and the check of a changed hyperparameter both read it.
 *
 * @see Interval
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Range {
    /** The interval in mathematical notation; {@code inf} for no upper bound. */
    String value();
}
