package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A transposed convolution over images in NHWC order (Zeiler et al., Deconvolutional Networks, 2010): what the gradient of a
 * {@link Conv2D} does with its input. Each value spreads over a window of the output, where the windows overlap they add up:
 * y[i * stride + a, j * stride + c, f] += x[i, j, k] * W[a, c, k, f], cut off as {@link #padding} says, plus b[f]. It makes
 * images larger, as decoders and generators do.
 *
 * <p>Parameters: {@code name/kernel} [height, width, channels, filters], {@code name/bias} [filters]. PyTorch's
 * {@code ConvTranspose2d.weight} is [channels, filters, height, width], Keras's kernel [height, width, filters, channels].
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Conv2DTranspose {
    /** Number of output channels. */
    @Range("[1, inf)")
    int filters();

    /** Size of the window: one number for a square, or height and width. */
    @Range("[1, inf)")
    int[] kernel();

    /** How far apart the windows of neighbours are: one number for both directions, or vertical and horizontal. */
    @Range("[1, inf)")
    int[] strides() default {1};

    /**
     * {@code SAME} gives size * stride places per direction, {@code VALID} those that a window reaches: size * stride +
     * max(kernel - stride, 0).
     */
    Padding padding() default Padding.VALID;

    /**
     * Places at the right and the bottom beyond (size - 1) * stride + kernel, less 2 * floor(kernel / 2) with {@code SAME}; below the
     * stride. One number for both directions, or vertical and horizontal. Where it is not written, as {@link #padding} says.
     */
    @Range("[0, inf)")
    int[] outputPadding() default {};

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
