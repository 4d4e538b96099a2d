package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Accepts advice on this class or field: the named warnings are not given. Errors cannot be accepted.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface AcceptAdvice {
    /** Codes such as {@code "RG101"}; docs/errors.md has a section for each. */
    String[] value();
}
