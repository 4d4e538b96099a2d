package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Mirrors images at random: each row with probability 1/2 from left to right, where asked with probability 1/2 from top to bottom;
 * the two draws are independent. Keras's {@code RandomFlip}, whose default flips both ways.
 *
 * <p>It stands on an {@link Input} field, or on a class with {@link Network#input()}, and acts in training only. The draws depend
 * on the model's seed, the input's name and the step alone, one for each row.
 */
@Documented
@Regularises(noisy = true)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.TYPE})
public @interface RandomFlip {
    /** Whether left and right are exchanged, in half of the rows. */
    boolean horizontal() default true;

    /** Whether top and bottom are exchanged, in half of the rows. */
    boolean vertical() default false;
}
