package io.regulus.train;

import static io.regulus.train.Requirements.require;

import java.util.function.DoubleUnaryOperator;

/**
 * A linear warm-up, and a decay from its end on.
 *
 * @param epochs where the decay ends, counted from the start of the fit; 0 for the end of the fit
 * @param warmupEpochs where the warm-up ends and the decay starts; 0 for no warm-up
 * @param warmupFrom factor that the warm-up starts at, in [0, 1]
 */
record WarmUp(double epochs, double warmupEpochs, double warmupFrom) {
    WarmUp {
        require(epochs >= 0 && epochs < Double.POSITIVE_INFINITY, "epochs", epochs, "finite and 0 or more");
        require(
                warmupEpochs >= 0 && warmupEpochs < Double.POSITIVE_INFINITY,
                "warmupEpochs",
                warmupEpochs,
                "finite and 0 or more");
        require(warmupFrom >= 0 && warmupFrom <= 1, "warmupFrom", warmupFrom, "in [0, 1]");
    }

    /**
     * The factor of the rate.
     *
     * @param decay from the share of the decay that is done, in [0, 1], to its factor
     */
    double factor(Schedule.Moment moment, DoubleUnaryOperator decay) {
        double end = epochs == 0 ? moment.epochs() : epochs;
        double done = moment.epochsDone();
        if (done < warmupEpochs) {
            return warmupFrom + (1 - warmupFrom) * done / warmupEpochs;
        }
        // a warm-up that is longer than the fit leaves no decay
        double share = end > warmupEpochs ? Math.min(1, (done - warmupEpochs) / (end - warmupEpochs)) : 0;
        return decay.applyAsDouble(share);
    }
}
