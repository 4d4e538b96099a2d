package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name that a component of {@link Features} has as a column of a file. Without it the component {@code totalRooms} is the column
 * {@code totalRooms} or, where there is none, {@code total_rooms}; capital letters do not matter.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.RECORD_COMPONENT)
public @interface Column {
    /** The column's name. */
    String value();
}
