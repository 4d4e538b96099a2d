package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A one-dimensional convolution over sequences, (rows, steps, features): [steps, features] becomes [steps', filters], where
 * the steps follow {@link Padding}. Parameters: {@code name/kernel} [window, features, filters], {@code name/bias} [filters].
 * PyTorch's {@code Conv1d.weight} is [filters, features, window].
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Conv1D {
    /** Number of output features. */
    @Range("[1, inf)")
    int filters();

    /** Steps in the window. */
    @Range("[1, inf)")
    int kernel();

    /** Step of the window. */
    @Range("[1, inf)")
    int strides() default 1;

    /** What happens at the ends; Keras's default. */
    Padding padding() default Padding.VALID;

    /**
     * Whether a step sees itself and steps before it only: as many zeros as the window reads back stand before the first step,
     * none after the last. Keras's {@code padding="causal"}; it takes the place of {@link #padding()}.
     */
    boolean causal() default false;

    /** Distance of the steps that a window reads. Above 1 only where strides are 1. */
    @Range("[1, inf)")
    int dilation() default 1;

    /** Applied to the layer's output, after a norm of the same field. */
    ActivationFunction activation() default ActivationFunction.LINEAR;

    /**
     * Whether a bias is added. Where it is not written, a layer has one unless a norm with a shift follows in its field, such as
     * {@link BatchNorm}, whose shift takes its place.
     */
    boolean useBias() default true;

    /** How the kernel is drawn; biases start at zero. */
    Initializer kernelInitializer() default Initializer.GLOROT_UNIFORM;
}
