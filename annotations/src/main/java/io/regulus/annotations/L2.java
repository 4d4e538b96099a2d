package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Penalty value * sum(w^2) in the loss, as Keras's {@code L2}. On the class it is the default of every layer that has no
 * penalty of its own; on a field it replaces that default. A coefficient c of PyTorch's or PaddlePaddle's coupled
 * {@code weight_decay} under SGD adds c * w to the gradient: that is {@code @L2(c / 2)}. Under
 * {@link Adam} and {@link RmsProp}, which divide every gradient by its own size, the penalty shrinks weights less the more
 * their gradient varies; {@link AdamW} decays all of them alike.
 */
@Documented
@Regularises
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface L2 {
    /** Coefficient of the sum of squares. */
    @Range("[0, inf)")
    @Neutral(0)
    double value();

    /** Which parameters are penalised. */
    On on() default On.KERNEL;
}
