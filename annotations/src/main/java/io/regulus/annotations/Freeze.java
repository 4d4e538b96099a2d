package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Leaves the weights of a layer as they are: no gradient, no penalty and no decay change them, and a batch norm of the layer uses its
 * moving statistics in training too and leaves them alone, as Keras's {@code trainable = False} does. Gradients flow through to the
 * layers before it; dropout and other noise of the layer stay on. Its weights are set like any others, saved and loaded.
 * Fields that share its weights by {@link SharesWeightsOf} are frozen with it.
 *
 * <p>From PyTorch: {@code requires_grad = False} for the parameters, and {@code eval()} for the batch norm.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Freeze {}
