package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stops a fit when a metric has stopped improving (Prechelt, 1998), and restores the best weights: after {@link
 * #patience} epochs without an improvement of more than {@link #minDelta} over the best so far. Keras's {@code
 * EarlyStopping} with all its options; what differs by default is that the best weights are restored. Weights and
 * moving statistics are restored, at the end of the fit, also where it was not stopped early, but not where it fails; the state of the
 * optimizer stays that of the last step. A fit without validation data cannot watch {@code val_} metrics and is
 * refused.
 *
 * <p>A patience of 0 stops at the first epoch without improvement.
 */
@Documented
@Regularises
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface EarlyStopping {
    /**
     * What is watched, such as {@code "val_loss"}, {@code "loss"} or {@code "val_accuracy"}: the data loss or a metric,
     * with {@code val_} of the validation data.
     */
    String monitor() default "val_loss";

    /** Whether the metric is to fall or to rise. */
    MonitorMode mode() default MonitorMode.AUTO;

    /** Epochs without improvement after which the fit stops. */
    @Range("[0, inf)")
    int patience() default 0;

    /** What counts as an improvement: more than this. */
    @Range("[0, inf)")
    double minDelta() default 0;

    /** A value that the metric has to be better than, for an epoch to reset the waiting; NaN, the default, for none. */
    double baseline() default Double.NaN;

    /** Epochs before the first that is looked at. */
    @Range("[0, inf)")
    int startFromEpoch() default 0;

    /** Whether the weights of the best epoch are restored at the end. */
    boolean restoreBestWeights() default true;
}
