package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The field is another one once more, on another input: the same operations with the same weights and the same numbers, as in
 * Keras a layer that is called twice. It says nothing but what it reads. On a field whose type is a {@link Block} it is every
 * layer of the other field. The gradients of all uses add up; a penalty counts once; a batch norm's moving statistics follow the
 * batches of every use, one after the other. Where the other field is under {@link Freeze}, {@link WeightNorm}, {@link SpectralNorm} or {@link DropConnect} so is this one. Dropout draws a mask for each use; that of
 * {@code @DropConnect} holds in all of them.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface SharesWeightsOf {
    /** Name of the field that has the weights. */
    String value();
}
