package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Penalty value * the mean over all pairs of |cos(angle)| between the vectors of a kernel, which is 0 where they all are orthogonal: with
 * the vectors divided by their lengths, V, it is value * 0.5 * sum(|V V^T * (1 - I)|) / (n * (n - 1) / 2) for n vectors (Keras's
 * {@code OrthogonalRegularizer}). The lengths of the vectors are not penalised. A kernel of more than two axes is one matrix,
 * [everything before the outputs, outputs]; a kernel of a single vector has no penalty.
 *
 * <p>On the class it is the default of every layer that has no penalty of its own; on a field it replaces that default. Keras's
 * {@code mode} is {@code "rows"} unless said otherwise. It is not the soft orthogonality |W^T W - I|^2 (Brock et al., 2017), which
 * pulls the lengths to 1, too.
 */
@Documented
@Regularises
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface Orthogonal {
    /** Coefficient of the mean over the pairs; Keras's is 0.01. */
    @Range("[0, inf)")
    @Neutral(0)
    double value();

    /** Which vectors are to be orthogonal. */
    Vectors vectors() default Vectors.COLUMNS;

    /** Which parameters are penalised: {@code KERNEL} or {@code RECURRENT_KERNEL}. */
    On on() default On.KERNEL;
}
