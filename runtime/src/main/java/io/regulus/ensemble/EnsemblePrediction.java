package io.regulus.ensemble;

import java.util.ArrayList;
import java.util.List;

/** What the members of an ensemble say of rows, for one output, and what they say together. */
public final class EnsemblePrediction {
    private final List<float[][]> members;
    private final boolean classes;
    private final float[][] mean;
    private final float[][] spread;

    /** Of the members' predictions, each a row per row of the data. */
    EnsemblePrediction(List<float[][]> members, Combination combination, boolean classes) {
        this.members = List.copyOf(members);
        this.classes = classes;
        int rows = members.get(0).length;
        this.mean = new float[rows][];
        this.spread = new float[rows][];
        for (int row = 0; row < rows; row++) {
            List<float[]> ofRow = new ArrayList<>();
            for (float[][] member : members) {
                ofRow.add(member[row]);
            }
            mean[row] = combination.together(ofRow);
            spread[row] = combination.spread(ofRow);
        }
    }

    /**
     * What the ensemble says, row by row: the mean of the members' probabilities or values; boosted, what their weighted votes or their
     * sum give.
     */
    public float[][] mean() {
        return mean;
    }

    /**
     * How far the members are apart: the standard deviation of their probabilities or values, each counting as it does in {@link #mean},
     * divided by their number, not by one less. NaN for boosted regression, whose members predict different things.
     */
    public float[][] spread() {
        return spread;
    }

    /**
     * How many members say each class, row by row: of a member the likeliest, the lowest of equal ones; of a binary classifier no and yes.
     *
     * @throws IllegalStateException if this is no output of a classifier
     */
    public int[][] votes() {
        if (!classes) {
            throw new IllegalStateException(
                    "members vote for classes, and this is an output of a regressor: ask mean() and spread()");
        }
        int[][] votes = new int[mean.length][];
        for (int row = 0; row < mean.length; row++) {
            votes[row] = new int[Math.max(2, mean[row].length)];
            for (float[][] member : members) {
                votes[row][vote(member[row])]++;
            }
        }
        return votes;
    }

    /**
     * The class of each row by the ensemble: the likeliest.
     *
     * @throws IllegalStateException if this is no output of a classifier
     */
    public int[] classify() {
        if (!classes) {
            throw new IllegalStateException("a regressor has no classes: ask mean()");
        }
        int[] likeliest = new int[mean.length];
        for (int row = 0; row < mean.length; row++) {
            likeliest[row] = vote(mean[row]);
        }
        return likeliest;
    }

    /** What each member says, in their order: a row per row of the data. */
    public List<float[][]> members() {
        return members;
    }

    /** The class that probabilities say: the first of the largest; of a single one yes where it is above a half. */
    static int vote(float[] probabilities) {
        if (probabilities.length == 1) {
            return probabilities[0] > 0.5f ? 1 : 0;
        }
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            if (probabilities[i] > probabilities[best]) {
                best = i;
            }
        }
        return best;
    }
}
