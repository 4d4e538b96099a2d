package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Mixed precision (Micikevicius et al., Mixed Precision Training, 2018): matrix products, convolutions and what lies between
 * them are computed in 16 bits; weights, the optimizer's state, penalties, the norms' statistics and the loss stay in float32.
 * It pays on wide dense networks (from some 512 units on) and on convolutional ones, not on small ones.
 *
 * <p>On a CPU the 16 bits are a bfloat16: the range of a float32 with 8 bits of mantissa. That is fast where oneDNN finds
 * AVX-512 BF16 or AMX; elsewhere it is slower or has no effect. On a GPU they are a float16, whose small range needs a loss
 * scale s: the gradients are those of s * loss, divided by s. s starts at 2^15, is halved when a gradient overflows, in which
 * case the step is repeated, and doubled after 2,000 sound steps: the numbers of Keras's {@code LossScaleOptimizer}, which
 * skips a step that overflows.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface MixedPrecision {}
