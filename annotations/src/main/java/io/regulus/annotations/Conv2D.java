package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A two-dimensional convolution over images in NHWC order (rows, height, width, channels). Output height and width follow
 * {@link Padding}; output channels are the filters. Parameters: {@code name/kernel} [height, width, channels, filters],
 * {@code name/bias} [filters]. PyTorch's {@code Conv2d.weight} is [filters, channels, height, width].
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Conv2D {
    /** Number of output channels. */
    @Range("[1, inf)")
    int filters();

    /** Size of the window: one number for a square, or height and width. */
    @Range("[1, inf)")
    int[] kernel();

    /** Step of the window: one number for both directions, or vertical and horizontal. */
    @Range("[1, inf)")
    int[] strides() default {1};

    /** What happens at the border; Keras's default. */
    Padding padding() default Padding.VALID;

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

    /** How the kernel is drawn; biases start at zero. */
    Initializer kernelInitializer() default Initializer.GLOROT_UNIFORM;
}
