package io.regulus.train;

/**
 * factor^(e / epochs), with e the epochs done before the step.
 *
 * @param factor in (0, 1)
 * @param epochs epochs in which the rate falls by the factor, above 0
 * @param staircase whether the exponent is rounded down to a whole number
 */
public record ExponentialDecay(double factor, double epochs, boolean staircase) implements Schedule {
    @Override
    public double factor(Moment moment) {
        double exponent = moment.epochsDone() / epochs;
        return Math.pow(factor, staircase ? Math.floor(exponent) : exponent);
    }
}
