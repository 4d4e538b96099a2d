package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits the norm of the weights of each unit: after every update w = w * min(max(norm, 0), value) / (1e-7 + norm) for the weights
 * w into one output, norm = sqrt(sum(w^2)) (Srivastava et al., Dropout, 2014; Keras's {@code MaxNorm}). A kernel's norms are taken over all
 * axes but the last, which is one norm per unit of a dense layer and per filter of a convolution; of a vector, such as a bias, over
 * all of it. On the class it is the default of every layer that has no constraint of its own; on a field it replaces
 * that default. In PyTorch it is {@code w.copy_(torch.renorm(w, 2, 0, value))} after the step, on weights with the outputs first.
 */
@Documented
@Regularises
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface MaxNorm {
    /** The largest norm; 2 to 4 is usual beside dropout. */
    @Range("(0, inf)")
    @Neutral(1e30)
    double value();

    /** Which parameters are limited. */
    On on() default On.KERNEL;
}
