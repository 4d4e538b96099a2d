package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The dot products of two inputs named in {@link From} along an axis of each, which goes: of [n] and [n] one number, of [a, n] and
 * [b, n] along {@code {2, 2}} all products [a, b].
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Dot {
    /**
     * The axis of each input, counted from 1, the rows of a batch not counted; one number for both, or one of each.
     */
    @Range("[1, 3]")
    int[] axes();

    /** Whether both are divided by their length along the axis before, x / max(||x||, 1e-7), so that it gives cosines. */
    boolean normalize() default false;
}
