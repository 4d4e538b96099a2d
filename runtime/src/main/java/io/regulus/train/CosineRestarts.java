package io.regulus.train;

import static io.regulus.train.Requirements.require;

/**
 * Half a cosine down, again and again, each time of another length and from another height.
 *
 * @param firstEpochs epochs of the first one, above 0
 * @param tMul what the length is multiplied by from one to the next, at least 1
 * @param mMul what the height is multiplied by from one to the next, above 0
 * @param alpha factor that the cosines end at, in [0, 1]
 */
public record CosineRestarts(double firstEpochs, double tMul, double mMul, double alpha) implements Schedule {
    /** A restart is one, also where a quotient or the logarithm of a power comes out a little too small. */
    private static final double ROUNDING = 1e-9;

    /**
     * Checked.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public CosineRestarts {
        require(
                firstEpochs > 0 && firstEpochs < Double.POSITIVE_INFINITY,
                "firstEpochs",
                firstEpochs,
                "finite and above 0");
        require(tMul >= 1 && tMul < Double.POSITIVE_INFINITY, "tMul", tMul, "finite and at least 1");
        require(mMul > 0 && mMul < Double.POSITIVE_INFINITY, "mMul", mMul, "finite and above 0");
        require(alpha >= 0 && alpha <= 1, "alpha", alpha, "in [0, 1]");
    }

    @Override
    public double factor(Moment moment) {
        double done = moment.epochsDone() / firstEpochs;
        double restarts;
        double share;
        if (tMul == 1) {
            restarts = Math.floor(done + ROUNDING);
            share = Math.max(0, done - restarts);
        } else {
            // the first n of them take (tMul^n - 1) / (tMul - 1) times as long as the first one
            restarts = Math.floor(Math.log1p(done * (tMul - 1)) / Math.log(tMul) + ROUNDING);
            double length = Math.pow(tMul, restarts);
            share = Math.max(0, (done - (length - 1) / (tMul - 1)) / length);
        }
        double height = Math.pow(mMul, restarts);
        return alpha + (1 - alpha) * height * (1 + Math.cos(Math.PI * share)) / 2;
    }
}
