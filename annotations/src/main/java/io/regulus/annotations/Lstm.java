package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A long short-term memory (Hochreiter and Schmidhuber, 1997) over a sequence, [steps, features], as in Keras. With x the
 * input of a step and h, s the output and the cell of the step before, both 0 at first:
 * i, f, c, o = x W + h U + b, in this order; s' = sigmoid(f) s + sigmoid(i) tanh(c); h' = sigmoid(o) tanh(s'). Parameters:
 * {@code name/kernel} W [features, 4 units], {@code name/recurrent_kernel} U [units, 4 units], {@code name/bias} b [4 units].
 *
 * <p>From PyTorch's {@code LSTM}, and PaddlePaddle's, whose gates are i, f, c, o too: W is the transpose of
 * {@code weight_ih_l0}, U that of {@code weight_hh_l0}, b the sum {@code bias_ih_l0 + bias_hh_l0}; those draw all weights
 * uniformly and start the forget gate's bias at 0.
 *
 * <p>The loop over the steps is one op of the graph, and so is its gradient: the graph does not grow with the number of steps,
 * and neither of the dropouts leads to a slower way.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Lstm {
    /** Number of outputs. */
    @Range("[1, inf)")
    int units();

    /** Whether the output of every step is given, [steps, units], instead of the last one alone, [units]. */
    boolean returnSequences() default false;

    /** Whether a bias is added. */
    boolean useBias() default true;

    /** Whether the bias of the forget gate starts at 1 (Jozefowicz et al., 2015), the others at 0. */
    boolean unitForgetBias() default true;

    /** How the kernel is drawn. */
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
