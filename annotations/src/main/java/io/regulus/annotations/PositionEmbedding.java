package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adds a trained row to each step of a sequence, [steps, features] (Gehring et al., Convolutional Sequence to Sequence
 * Learning, 2017): y[t] = x[t] + w[t]. In its field it runs after the layer and before the norm, and so before the activation.
 * Parameter: {@code name/positions} [steps, features]. It is an embedding to penalties and decay: {@code on = EMBEDDING} and
 * {@code ALL} fall on it, {@code KERNEL} does not. It is Keras Hub's {@code PositionEmbedding}, added; PyTorch has none of its
 * own, a parameter of this shape is used as it is.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface PositionEmbedding {
    /** How the rows are drawn. */
    Initializer initializer() default Initializer.GLOROT_UNIFORM;
}
