package io.regulus.train;

import static io.regulus.train.Requirements.require;

/**
 * A linear warm-up, then half a cosine down to a share of the rate, which stays.
 *
 * @param epochs where the cosine ends, counted from the start of the fit; 0 for the end of the fit
 * @param warmupEpochs where the warm-up ends and the cosine starts; 0 for no warm-up
 * @param warmupFrom factor that the warm-up starts at, in [0, 1]
 * @param alpha factor that the cosine ends at, in [0, 1]
 */
public record CosineDecay(double epochs, double warmupEpochs, double warmupFrom, double alpha) implements Schedule {
    /**
     * Checked.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public CosineDecay {
        require(epochs >= 0 && epochs < Double.POSITIVE_INFINITY, "epochs", epochs, "finite and 0 or more");
        require(
                warmupEpochs >= 0 && warmupEpochs < Double.POSITIVE_INFINITY,
                "warmupEpochs",
                warmupEpochs,
                "finite and 0 or more");
        require(warmupFrom >= 0 && warmupFrom <= 1, "warmupFrom", warmupFrom, "in [0, 1]");
        require(alpha >= 0 && alpha <= 1, "alpha", alpha, "in [0, 1]");
    }

    @Override
    public double factor(Moment moment) {
        double end = epochs == 0 ? moment.epochs() : epochs;
        double done = moment.epochsDone();
        if (done < warmupEpochs) {
            return warmupFrom + (1 - warmupFrom) * done / warmupEpochs;
        }
        // a warm-up that is longer than the fit leaves no cosine
        double share = end > warmupEpochs ? Math.min(1, (done - warmupEpochs) / (end - warmupEpochs)) : 0;
        return alpha + (1 - alpha) * (1 + Math.cos(Math.PI * share)) / 2;
    }
}
