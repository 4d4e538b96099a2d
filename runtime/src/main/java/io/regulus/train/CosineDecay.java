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
        new WarmUp(epochs, warmupEpochs, warmupFrom);
        require(alpha >= 0 && alpha <= 1, "alpha", alpha, "in [0, 1]");
    }

    @Override
    public double factor(Moment moment) {
        return new WarmUp(epochs, warmupEpochs, warmupFrom)
                .factor(moment, share -> alpha + (1 - alpha) * (1 + Math.cos(Math.PI * share)) / 2);
    }
}
