package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Multiplies the learning rate of a layer's parameters: a layer of {@code @LearningRateFactor(0.1)} takes steps of a tenth of
 * the current rate. Everything that counts in units of the rate follows: the update, decoupled decay, the threshold of a proximal
 * {@link L1}. In PyTorch it is a parameter group with {@code lr = factor * lr}, in PaddlePaddle {@code learning_rate} of a
 * {@code ParamAttr}. With {@link LayerwiseRateDecay} on the class both factors count.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface LearningRateFactor {
    /** What the rate is multiplied by. */
    @Range("(0, inf)")
    double value();
}
