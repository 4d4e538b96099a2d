package io.regulus.train;

import static io.regulus.train.Requirements.require;

/**
 * Up to 1 and down again along two halves of a cosine, over the steps of the fit.
 *
 * @param warmup share of the steps in which the rate rises, in (0, 1)
 * @param startDivisor at least 1; the factor starts at 1 / this
 * @param endDivisor at least 1; the factor ends at 1 / (startDivisor * this)
 */
public record OneCycle(double warmup, double startDivisor, double endDivisor) implements Schedule {
    /**
     * Checked.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public OneCycle {
        require(warmup > 0 && warmup < 1, "warmup", warmup, "in (0, 1)");
        require(
                startDivisor >= 1 && startDivisor < Double.POSITIVE_INFINITY,
                "startDivisor",
                startDivisor,
                "finite and at least 1");
        require(
                endDivisor >= 1 && endDivisor < Double.POSITIVE_INFINITY,
                "endDivisor",
                endDivisor,
                "finite and at least 1");
    }

    @Override
    public double factor(Moment moment) {
        // as in PyTorch, the peak and the end lie on steps, not between them
        double peak = warmup * moment.steps() - 1;
        double end = moment.steps() - 1.0;
        double start = 1 / startDivisor;
        // a rise of no more than one step is the peak itself
        if (peak > 0 && moment.step() <= peak) {
            return between(start, 1, moment.step() / peak);
        }
        return between(1, start / endDivisor, Math.min(1, (moment.step() - peak) / (end - peak)));
    }

    private static double between(double from, double to, double share) {
        return to + (from - to) * (1 + Math.cos(Math.PI * share)) / 2;
    }
}
