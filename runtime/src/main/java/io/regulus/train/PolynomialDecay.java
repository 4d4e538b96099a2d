package io.regulus.train;

import static io.regulus.train.Requirements.require;

/**
 * A linear warm-up, then (1 - share)^power down to a share of the rate, which stays.
 *
 * @param epochs where the decay ends, counted from the start of the fit; 0 for the end of the fit
 * @param warmupEpochs where the warm-up ends and the decay starts; 0 for no warm-up
 * @param warmupFrom factor that the warm-up starts at, in [0, 1]
 * @param alpha factor that the decay ends at, in [0, 1]
 * @param power above 0; 1 for a straight line
 */
public record PolynomialDecay(double epochs, double warmupEpochs, double warmupFrom, double alpha, double power)
        implements Schedule {
    /**
     * Checked.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public PolynomialDecay {
        new WarmUp(epochs, warmupEpochs, warmupFrom);
        require(alpha >= 0 && alpha <= 1, "alpha", alpha, "in [0, 1]");
        require(power > 0 && power < Double.POSITIVE_INFINITY, "power", power, "finite and above 0");
    }

    @Override
    public double factor(Moment moment) {
        return new WarmUp(epochs, warmupEpochs, warmupFrom)
                .factor(moment, share -> alpha + (1 - alpha) * Math.pow(1 - share, power));
    }
}
