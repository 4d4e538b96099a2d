package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Weight normalisation (Salimans and Kingma, 2016) of a {@link Dense}, {@link Conv1D} or {@link Conv2D}: the layer computes with w = g * v / ||v||, the norm being that of the weights of
 * each unit or filter, and v and g are what is trained. Parameters: v is {@code name/kernel}, drawn like any kernel, and g is
 * {@code name/gain}, [units], which starts at ||v||, so that w starts as the drawn kernel. Penalties and decay on kernels fall on
 * v, none falls on g unless it is on all parameters.
 *
 * <p>From PyTorch: {@code weight_norm(layer)}, with {@code dim = 0}: {@code weight_v} is the kernel, to be transposed like every
 * kernel, {@code weight_g} the gain. PaddlePaddle: {@code weight_norm(layer, dim=1)} for {@code Linear}, {@code dim=0} for
 * {@code Conv2D}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface WeightNorm {}
