package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A fully connected layer: y = activation(x W + b), W of shape [inputs, units]. An image is flattened first; on a
 * sequence, [steps, features], the layer runs on each step by itself. Parameters: {@code name/kernel} [inputs, units], {@code name/bias} [units]. PyTorch's
 * {@code Linear.weight} is the transpose of the kernel.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Dense {
    /** Number of outputs. */
    @Range("[1, inf)")
    int units();

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
