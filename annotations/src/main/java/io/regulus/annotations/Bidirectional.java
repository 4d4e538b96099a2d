package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes the {@link Lstm} or {@link Gru} of its field read the sequence in both directions (Schuster and Paliwal, 1997), each
 * with weights of its own, and merges what they give, step by step; without {@code returnSequences} what each gives at its
 * end, the backward one at the first step. The backward weights are named {@code name/backward_kernel},
 * {@code name/backward_recurrent_kernel} and {@code name/backward_bias}; in PyTorch they end in {@code _reverse}. Masks of
 * dropout are drawn for each direction.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Bidirectional {
    /** How the two become one; Keras's default, and all that PyTorch and PaddlePaddle do. */
    Merge merge() default Merge.CONCAT;
}
