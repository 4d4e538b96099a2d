package io.regulus.train;

/**
 * The learning rate as a function of the step: the model's rate times a factor. A pure function, so that a fit that goes on
 * after a save takes the very rates that an unbroken one would have taken.
 */
@FunctionalInterface
public interface Schedule {
    /** The factor of the rate in a step, 0 or more. */
    double factor(Moment moment);

    /**
     * When a step is taken.
     *
     * @param step its number, from 0, counted over all epochs of the fit, those before its initial epoch included
     * @param stepsPerEpoch steps of an epoch, the last counted, which may have fewer rows or batches
     * @param epochs epochs of the fit, those before its initial epoch included
     */
    record Moment(long step, int stepsPerEpoch, int epochs) {
        /** Epochs done before the step, in fractions of an epoch. */
        public double epochsDone() {
            return (double) step / stepsPerEpoch;
        }

        /** Whole epochs done before the step. */
        public long wholeEpochsDone() {
            return step / stepsPerEpoch;
        }

        /** Steps of the whole fit. */
        public long steps() {
            return (long) epochs * stepsPerEpoch;
        }
    }
}
