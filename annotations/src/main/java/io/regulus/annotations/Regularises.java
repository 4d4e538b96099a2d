package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of an annotation that it regularises, or of an element that this number of it does, as the weight decay of an optimizer. Its
 * numbers with {@link Neutral} switch it off; one without any can be removed from the source only.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.ANNOTATION_TYPE, ElementType.METHOD})
public @interface Regularises {
    /** Whether the loss of training is of something harder than what is predicted, as under dropout or with images changed at random. */
    boolean noisy() default false;
}
