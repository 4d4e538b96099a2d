package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stochastic weight averaging (Izmailov et al., 2018): inference uses the mean of the weights at the ends of epochs startEpoch +
 * everyEpochs, startEpoch + 2 * everyEpochs and so on, each counting the same; an epoch that was stopped before its last step is none of them. Until the first of them it uses the weights as
 * they were at the end of the last epoch, or after the last {@code trainOnBatch}. Weights that are set begin the mean anew. Evaluation, prediction and export use the mean; training goes on with the weights themselves, and both are saved. When
 * a fit ends the statistics of batch norms are computed anew for the mean, as PyTorch's {@code update_bn} does, without dropout and
 * other noise. In PyTorch it is {@code torch.optim.swa_utils.AveragedModel}, and {@code SWALR} for the rate.
 */
@Documented
@Regularises
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface StochasticWeightAveraging {
    /** Epochs before the averaging begins: mostly three quarters of all. */
    @Range("[0, inf)")
    int startEpoch();

    /** Epochs from one average to the next. */
    @Range("[1, inf)")
    int everyEpochs() default 1;

    /**
     * Share of the learning rate that the averaged epochs take, in place of what a schedule says; 0, the default, leaves the rate
     * to the schedule.
     */
    @Range("[0, inf)")
    double rateFactor() default 0;

    /** Epochs in which the rate comes from where it is after startEpoch to its share. */
    @Range("[0, inf)")
    double annealEpochs() default 10;

    /** How it comes there. */
    Annealing annealing() default Annealing.COSINE;
}
