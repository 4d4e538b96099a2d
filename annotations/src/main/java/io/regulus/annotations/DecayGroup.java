package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Decoupled decay of its own for the parameters whose name fits a pattern: w -= learningRate * weightDecay * w before the
 * update, with this coefficient in place of the optimizer's (a parameter group of PyTorch's {@code AdamW}). Of several groups
 * the first that fits a parameter counts, in the order they are written. A group decays what {@code decayOn} of the optimizer
 * leaves out, such as biases; what {@link ExcludeFromDecay} or {@code excludeFromDecay} takes out does not decay in a group
 * either. Only {@link AdamW} and {@link Sgd} decay.
 */
@Documented
@Regularises
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(DecayGroups.class)
public @interface DecayGroup {
    /**
     * Names of the parameters, such as {@code "head/kernel"}; {@code *} stands for any characters. A pattern that fits no
     * parameter is an error.
     */
    String pattern();

    /** Decoupled decay of these parameters; 0 for none. */
    @Range("[0, inf)")
    @Neutral(0)
    double weightDecay();
}
