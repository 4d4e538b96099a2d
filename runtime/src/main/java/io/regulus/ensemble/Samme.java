package io.regulus.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The weights of SAMME (Zhu, Zou, Rosset and Hastie: Multi-class AdaBoost, 2009), in double precision. Of a member that is wrong for a share err of the
 * weighted rows the vote counts a = share * (log((1 - err) / err) + log(classes - 1)), and rows it is wrong for are weighted exp(a) times as much.
 */
final class Samme {
    private final int classes;
    private final double share;
    /** Their sum is 1. */
    private final double[] weights;

    private final List<Double> votes = new ArrayList<>();
    private double lastError = Double.NaN;
    private boolean over;

    Samme(int classes, double share, double... initial) {
        this.classes = classes;
        this.share = share;
        this.weights = initial.clone();
        normalise();
    }

    static double[] equal(int rows) {
        double[] weights = new double[rows];
        Arrays.fill(weights, 1);
        return weights;
    }

    private void normalise() {
        double sum = Arrays.stream(weights).sum();
        if (!(sum > 0)) {
            throw new IllegalArgumentException("all rows have the weight 0: boosting has nothing to learn from");
        }
        for (int row = 0; row < weights.length; row++) {
            weights[row] /= sum;
        }
    }

    /** What rows count in a loss, 1 in the mean: the learning rate means what it does without boosting. */
    float[] rowWeights() {
        float[] ofRows = new float[weights.length];
        for (int row = 0; row < ofRows.length; row++) {
            ofRows[row] = (float) (weights[row] * weights.length);
        }
        return ofRows;
    }

    /**
     * Weighs a member that was trained on these weights.
     *
     * @param wrong for which rows it is
     * @return whether it is one of the ensemble: not where it is no better than chance
     */
    boolean add(boolean... wrong) {
        lastError = 0;
        for (int row = 0; row < weights.length; row++) {
            lastError += wrong[row] ? weights[row] : 0;
        }
        if (lastError >= 1 - 1.0 / classes) {
            over = true;
            return false;
        }
        if (lastError <= 0) {
            // nothing is left to learn, and a vote without bound would silence all others
            over = true;
            votes.add(1.0);
            return true;
        }
        double vote = share * (Math.log((1 - lastError) / lastError) + Math.log(classes - 1.0));
        votes.add(vote);
        for (int row = 0; row < weights.length; row++) {
            weights[row] *= wrong[row] ? Math.exp(vote) : 1;
        }
        normalise();
        return true;
    }

    /** Whether no further member would help. */
    boolean isOver() {
        return over;
    }

    /** What each member counts. */
    List<Double> votes() {
        return votes;
    }

    /** The weighted share of rows that the last member was wrong for. */
    double lastError() {
        return lastError;
    }
}
