package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lowers the learning rate when a metric has stopped improving: after {@link #patience} epochs without an improvement
 * of more than {@link #minDelta} the rate is multiplied by {@link #factor}, down to {@link #minRate}. Keras's {@code
 * ReduceLROnPlateau}, whose defaults these are; PyTorch's of the same name counts one epoch more and has a relative
 * threshold by default.
 *
 * <p>The rate that it lowers is the variable that {@code setLearningRate} sets: it stays lowered after the fit. How
 * long it has waited is not saved: a fit that goes on starts to wait anew.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ReduceOnPlateau {
    /**
     * What is watched, such as {@code "val_loss"}, {@code "loss"} or {@code "val_accuracy"}: the data loss or a metric,
     * with {@code val_} of the validation data.
     */
    String monitor() default "val_loss";

    /** Whether the metric is to fall or to rise. */
    MonitorMode mode() default MonitorMode.AUTO;

    /** What the rate is multiplied by. */
    @Range("(0, 1)")
    double factor() default 0.1;

    /** Epochs without improvement after which the rate is lowered. */
    @Range("[1, inf)")
    int patience() default 10;

    /** What counts as an improvement: more than this. */
    @Range("[0, inf)")
    double minDelta() default 1e-4;

    /** Epochs after a reduction in which none is counted. */
    @Range("[0, inf)")
    int cooldown() default 0;

    /** The rate is not lowered below this. */
    @Range("[0, inf)")
    double minRate() default 0;
}
