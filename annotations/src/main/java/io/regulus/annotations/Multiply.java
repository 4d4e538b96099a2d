package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The product of the inputs named in {@link From}, value by value: the merge of a gate (Hu et al., Squeeze-and-Excitation Networks,
 * 2018). The sizes of an axis are equal, or 1, which stands for any; of what has fewer dimensions the first ones count as 1.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Multiply {}
