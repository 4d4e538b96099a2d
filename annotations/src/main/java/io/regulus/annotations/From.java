package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the fields whose outputs this field takes, instead of the field above it. Several names need a merge:
 * {@link Add} or {@link Concat}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface From {
    /** Names of fields of the class, or {@code "input"} for the input of {@link Network#input()}. */
    String[] value();
}
