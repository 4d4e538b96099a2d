package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stochastic depth (Huang et al., 2016), for the branch of a residual block: in training the whole output of the layer is dropped
 * for a row with probability p, and kept rows are scaled by 1 / (1 - p); in inference nothing happens. One draw per row, a
 * function of the model's seed, the field's name and the step alone. What is dropped here, the shortcut of the block carries on:
 * the layer is meant to feed an {@link Add}.
 *
 * <p>The paper scales by 1 - p in inference instead, which has the same mean. From PyTorch: {@code StochasticDepth(p, "row")} of
 * torchvision, and timm's {@code DropPath(p)}.
 */
@Documented
@Regularises(noisy = true)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface DropPath {
    /** Probability of dropping the branch for a row. */
    @Range("[0, 1)")
    @Neutral(0)
    double p();
}
