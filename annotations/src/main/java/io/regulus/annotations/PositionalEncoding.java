package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adds the position of each step of a sequence, [steps, features], as waves (Vaswani et al., Attention Is All You Need,
 * 2017): feature 2i of step t gets sin(t / maxWavelength^(2i / features)), feature 2i + 1 the cosine of the same. It has no
 * parameters. In its field it runs after the layer and before the norm, and so before the activation.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface PositionalEncoding {
    /** Base of the wavelengths, which go from 2 pi to nearly 2 pi times this. */
    @Range("[1, inf)")
    double maxWavelength() default 10000;
}
