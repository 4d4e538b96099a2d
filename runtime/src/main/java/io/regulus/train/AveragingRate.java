package io.regulus.train;

import static io.regulus.train.Requirements.require;

import io.regulus.annotations.Annealing;

/**
 * The rate of epochs whose weights are averaged: from where the rate is after the first epochs to a share of it, which stays.
 *
 * @param startEpoch epochs that another schedule says the rate of, at least 0
 * @param factor the share; 0 to go on with the other schedule
 * @param annealEpochs epochs on the way, 0 for none
 * @param annealing the way
 */
public record AveragingRate(int startEpoch, double factor, double annealEpochs, Annealing annealing) {
    /**
     * Checked.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public AveragingRate {
        require(startEpoch >= 0, "startEpoch", startEpoch, "0 or more");
        require(factor >= 0 && factor < Double.POSITIVE_INFINITY, "rateFactor", factor, "finite and 0 or more");
        require(
                annealEpochs >= 0 && annealEpochs < Double.POSITIVE_INFINITY,
                "annealEpochs",
                annealEpochs,
                "finite and 0 or more");
    }

    /** The schedule as a whole, with another one before. */
    Schedule after(Schedule before) {
        return moment -> {
            double since = moment.epochsDone() - startEpoch;
            if (since < 0) {
                return before.factor(moment);
            }
            long start = (long) startEpoch * moment.stepsPerEpoch();
            double from = before.factor(new Schedule.Moment(start, moment.stepsPerEpoch(), moment.epochs()));
            return from + (factor - from) * way(annealEpochs > 0 ? Math.min(1, since / annealEpochs) : 1);
        };
    }

    private double way(double share) {
        return switch (annealing) {
            case COSINE -> (1 - Math.cos(Math.PI * share)) / 2;
            case LINEAR -> share;
        };
    }
}
