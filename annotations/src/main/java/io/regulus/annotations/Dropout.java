package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Dropout (Srivastava et al., 2014), inverted: in training each value is dropped with probability p and kept values are
 * scaled by 1 / (1 - p); in inference nothing happens. The mask depends on the model's seed, the field's name and the step
 * alone, so that a run can be repeated bit for bit. p is the probability of dropping, as in Keras, PyTorch and PaddlePaddle;
 * it is rounded to a multiple of 1 / 65536.
 */
@Documented
@Regularises(noisy = true)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Dropout {
    /** Probability of dropping a value. */
    @Range("[0, 1)")
    @Neutral(0)
    double p();
}
