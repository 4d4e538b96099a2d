package io.regulus.metrics;

/** Rows of probabilities beside labels. */
final class Probabilities {
    /** A float near 1 has nothing finer to say of its distance to 1. */
    private static final double EDGE = 1e-7;

    private Probabilities() {}

    /** Refuses what are no probabilities, or no labels of theirs. */
    static void check(float[][] probabilities, int[] labels) {
        if (labels.length == 0 || probabilities.length != labels.length) {
            throw new IllegalArgumentException(probabilities.length + " rows of probabilities and " + labels.length
                    + " labels; give one label for each row, and at least one row");
        }
        int width = probabilities[0].length;
        int classes = width == 1 ? 2 : width;
        for (int row = 0; row < labels.length; row++) {
            if (probabilities[row].length != width || width == 0) {
                throw new IllegalArgumentException("row " + row + " has " + probabilities[row].length
                        + " probabilities, the first one has " + width + "; give as many for each, at least 1");
            }
            if (labels[row] < 0 || labels[row] >= classes) {
                throw new IllegalArgumentException("row " + row + ": label " + labels[row] + " is none of the "
                        + classes + " classes; labels are 0 to " + (classes - 1));
            }
            for (float p : probabilities[row]) {
                if (!(p >= 0 && p <= 1.0001f)) { // a softmax in floats may sum up to a little more than 1
                    throw new IllegalArgumentException("row " + row + ": " + p
                            + " is no probability; give those of a classifier, in [0, 1], as predict does");
                }
            }
        }
    }

    /** The class of the largest probability, the first of equal ones; of a single one the second class from a half on. */
    static int likeliest(float[] p) {
        if (p.length == 1) {
            return p[0] >= 0.5f ? 1 : 0;
        }
        int best = 0;
        for (int i = 1; i < p.length; i++) {
            best = p[i] > p[best] ? i : best;
        }
        return best;
    }

    /** The probability of a class, never 0. */
    static double ofClass(float[] p, int label) {
        if (p.length == 1) {
            double second = inside(p[0]);
            return label == 1 ? second : 1 - second;
        }
        return Math.max(p[label], Float.MIN_NORMAL);
    }

    /** Logits that give these probabilities: their logarithms; of a single one log(p / (1 - p)), beside 0 for the first class. */
    static double[] logits(float[] p) {
        if (p.length == 1) {
            double second = inside(p[0]);
            return new double[] {0, Math.log(second / (1 - second))};
        }
        double[] logits = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            logits[i] = Math.log(Math.max(p[i], Float.MIN_NORMAL));
        }
        return logits;
    }

    private static double inside(float p) {
        return Math.min(Math.max(p, EDGE), 1 - EDGE);
    }
}
