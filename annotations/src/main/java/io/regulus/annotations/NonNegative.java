package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps weights from falling below 0: after every update w = max(w, 0) (Keras's {@code NonNeg}), so that no input can lower what the
 * next activation of a monotone one rises by. It may stand beside a constraint of norms, which comes after it and keeps its signs. On the
 * class it is the default of every layer that has no constraint of its own; on a field it replaces that default. The weights that training
 * starts with are not touched: the first step cuts off those below 0.
 */
@Documented
@Regularises
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface NonNegative {
    /** Which parameters are kept from falling below 0. */
    On on() default On.KERNEL;
}
