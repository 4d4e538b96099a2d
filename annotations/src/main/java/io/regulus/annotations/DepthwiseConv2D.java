package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A two-dimensional convolution of each channel by itself: every channel of the input has {@code depthMultiplier} filters of its
 * own, and [height, width, channels] becomes [height', width', channels * depthMultiplier], those of the first channel first.
 * Parameters: {@code name/kernel} [height, width, channels, depthMultiplier], {@code name/bias}
 * [channels * depthMultiplier]. PyTorch's {@code Conv2d(groups = channels).weight} is
 * [channels * depthMultiplier, 1, height, width].
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface DepthwiseConv2D {
    /** Size of the window: one number for a square, or height and width. */
    @Range("[1, inf)")
    int[] kernel();

    /** Step of the window, down and to the right: TensorFlow has no kernel for two different ones. */
    @Range("[1, inf)")
    int strides() default 1;

    /** What happens at the border; Keras's default. */
    Padding padding() default Padding.VALID;

    /** Filters of each channel. */
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

    /** How the kernel is drawn, with the fans that Keras takes: those of a kernel of its shape. Biases start at zero. */
    Initializer kernelInitializer() default Initializer.GLOROT_UNIFORM;
}
