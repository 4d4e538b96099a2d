package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Takes the layer, or on the class every layer that has no penalty of its own, out of the class's L1 and L2 penalty and
 * out of the optimizer's decoupled weight decay.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface ExcludeFromDecay {}
