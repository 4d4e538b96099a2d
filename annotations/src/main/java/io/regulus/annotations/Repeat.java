package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts the {@link Block} that is the field's type there so many times, each reading the one before. Each repetition has weights of
 * its own; the numbers that can be changed are the same for all of them.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Repeat {
    /** How many times. */
    @Range("[1, 500]")
    int value();
}
