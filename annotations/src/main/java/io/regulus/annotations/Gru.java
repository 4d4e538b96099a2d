package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A gated recurrent unit (Cho et al., 2014) over a sequence, [steps, features], as in Keras. With x the input of a step and h
 * the output of the step before, 0 at first: z and r are the sigmoid of x W + b + h U + b', g = tanh(x W + b + r (h U + b')),
 * each with its own columns, in the order z, r, h; h' = z h + (1 - z) g. With {@code resetAfter = false} there is no b', and
 * g = tanh(x W + b + (r h) U). Parameters: {@code name/kernel} W [features, 3 units], {@code name/recurrent_kernel} U
 * [units, 3 units], {@code name/bias} [2, 3 units], rows b and b', or b alone [3 units] without {@code resetAfter}.
 *
 * <p>From PyTorch's {@code GRU}, and PaddlePaddle's, which reset after and have the gates r, z, n: exchange the first two
 * thirds of the columns of the transposes of {@code weight_ih_l0} and {@code weight_hh_l0} for W and U, and of
 * {@code bias_ih_l0} and {@code bias_hh_l0} for the rows of the bias.
 *
 * <p>The loop over the steps is one op of the graph, and so is its gradient. Resetting before takes two products per step
 * instead of one.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Gru {
    /** Number of outputs. */
    @Range("[1, inf)")
    int units();

    /** Whether the output of every step is given, [steps, units], instead of the last one alone, [units]. */
    boolean returnSequences() default false;

    /** Whether the reset gate is applied after the product of h and U, which then has a bias of its own. */
    boolean resetAfter() default true;

    /** Whether a bias is added. */
    boolean useBias() default true;

    /** How the kernel is drawn; biases start at zero. */
    Initializer kernelInitializer() default Initializer.GLOROT_UNIFORM;

    /** How the recurrent kernel is drawn. */
    Initializer recurrentInitializer() default Initializer.ORTHOGONAL;

    /**
     * Probability of dropping a feature of the input, in training; kept ones are scaled by 1 / (1 - p). A row has one mask for
     * all its steps and all gates. Keras does the same, but draws a mask per gate beside a recurrent dropout.
     */
    @Range("[0, 1)")
    @Neutral(0)
    @Regularises(noisy = true)
    double dropout() default 0;

    /**
     * Probability of dropping a unit of h where it meets U, in training; kept ones are scaled by 1 / (1 - p). A row has one
     * mask for all its steps (Gal and Ghahramani, 2016) and all gates, their tied weights; Keras draws one per gate.
     */
    @Range("[0, 1)")
    @Neutral(0)
    @Regularises(noisy = true)
    double recurrentDropout() default 0;
}
