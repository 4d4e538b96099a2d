package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An activation as a step of its own: for a field without layer (a ReLU after an {@link Add}), or on a layer whose own
 * {@code activation} is not written.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Activation {
    /** The function. */
    ActivationFunction value();

    /** Slope of {@link ActivationFunction#LEAKY_RELU} left of zero; refused with any other function. Keras's default. */
    @Range("[0, inf)")
    double negativeSlope() default 0.2;
}
