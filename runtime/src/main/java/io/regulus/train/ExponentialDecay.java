package io.regulus.train;

import static io.regulus.train.Requirements.require;

/**
 * factor^(e / epochs), with e the epochs done before the step.
 *
 * @param factor in (0, 1)
 * @param epochs epochs in which the rate falls by the factor, above 0
 * @param staircase whether the exponent is rounded down to a whole number
 */
public record ExponentialDecay(double factor, double epochs, boolean staircase) implements Schedule {
    /**
     * Checked.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public ExponentialDecay {
        require(factor > 0 && factor < 1, "factor", factor, "in (0, 1)");
        require(epochs > 0 && epochs < Double.POSITIVE_INFINITY, "epochs", epochs, "finite and above 0");
    }

    @Override
    public double factor(Moment moment) {
        double exponent = moment.epochsDone() / epochs;
        return Math.pow(factor, staircase ? Math.floor(exponent) : exponent);
    }
}
