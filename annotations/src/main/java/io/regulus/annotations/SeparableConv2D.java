package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A depthwise convolution, then one of 1 x 1 over all its channels, with nothing between: far fewer weights than a
 * {@link Conv2D} of the same window and filters. Parameters: {@code name/depthwise_kernel}
 * [height, width, channels, depthMultiplier], {@code name/pointwise_kernel} [1, 1, channels * depthMultiplier, filters],
 * {@code name/bias} [filters]. Penalties and decay of kernels fall on both kernels.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface SeparableConv2D {
    /** Number of output channels. */
    @Range("[1, inf)")
    int filters();

    /** Size of the window: one number for a square, or height and width. */
    @Range("[1, inf)")
    int[] kernel();

    /** Step of the window, down and to the right: TensorFlow has no kernel for two different ones. */
    @Range("[1, inf)")
    int strides() default 1;

    /** What happens at the border; Keras's default. */
    Padding padding() default Padding.VALID;

    /** Filters of each channel before the channels are mixed. */
    @Range("[1, inf)")
    int depthMultiplier() default 1;

    /**
     * Distance of the values that a window reads: one number for both directions, or vertical and horizontal. Above 1 only
     * where strides are 1.
     */
    @Range("[1, inf)")
    int[] dilation() default {1};

    /** Applied to the layer's output, after a norm of the same field. */
    ActivationFunction activation() default ActivationFunction.LINEAR;

    /**
     * Whether a bias is added. Where it is not written, a layer has one unless a norm with a shift follows in its field, such as
     * {@link BatchNorm}, whose shift takes its place.
     */
    boolean useBias() default true;

    /** How both kernels are drawn; biases start at zero. */
    Initializer kernelInitializer() default Initializer.GLOROT_UNIFORM;
}
