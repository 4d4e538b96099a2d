package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps a moving average of every trained weight and every moving statistic beside them, and lets inference use it (Polyak and
 * Juditsky, 1992; Keras's {@code use_ema}): after each step average = decay * average + (1 - decay) * w. An average starts as the
 * weight itself, so that nothing pulls it towards zero. Evaluation, prediction and export use the averages; training goes
 * on with the weights themselves, and both are saved. In PyTorch it is {@code torch.optim.swa_utils.AveragedModel} with
 * {@code avg_fn = lambda a, w, n: decay * a + (1 - decay) * w} from the first step on.
 */
@Documented
@Regularises
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface MovingAverage {
    /** Weight of the old average: 0.999 looks back on about a thousand steps. */
    @Range("[0, 1)")
    @Neutral(0)
    double decay() default 0.999;

    /**
     * Whether the statistics of batch norms are computed anew for the averaged weights when a fit ends: the mean of the statistics
     * of all batches of the training data, without dropout and other noise (as PyTorch's {@code update_bn}, which leaves them
     * on). Otherwise inference uses the moving averages of the moving statistics.
     */
    boolean refreshStatistics() default false;
}
