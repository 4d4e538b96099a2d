package io.regulus.ensemble;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** How the predictions of the members become one: pure arithmetic, in double precision. */
sealed interface Combination {
    /** The prediction for a row of one output. */
    float[] together(List<float[]> members);

    /** How far the members are apart for a row: the standard deviation, each counting as in the prediction. */
    float[] spread(List<float[]> members);

    /** What it is called in a saved ensemble and in summaries. */
    default String kind() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** Each member counts the same: the mean of their probabilities or values. */
    record Mean() implements Combination {
        @Override
        public float[] together(List<float[]> members) {
            return narrowed(means(members, equal(members)));
        }

        @Override
        public float[] spread(List<float[]> members) {
            return deviations(members, equal(members));
        }

        private static List<Double> equal(List<float[]> members) {
            return Collections.nCopies(members.size(), 1.0);
        }
    }

    /**
     * Each member says one class, and counts as its weight says (Hastie et al., 2009): F_k is sum(weight * v_k) / sum(weight), with v_k = 1 for
     * the class that a member says and -1 / (classes - 1) for the others, and the probabilities are softmax(F / (classes - 1)), as scikit-learn's.
     * Of two classes with one number p per row, the probability of the second.
     */
    record Votes(List<Double> weights) implements Combination {
        public Votes {
            weights = List.copyOf(weights);
        }

        @Override
        public float[] together(List<float[]> members) {
            int width = members.get(0).length;
            int classes = width == 1 ? 2 : width;
            double[] said = new double[classes];
            double all = 0;
            for (int i = 0; i < members.size(); i++) {
                said[EnsemblePrediction.vote(members.get(i))] += weights.get(i);
                all += weights.get(i);
            }
            double[] exponential = new double[classes];
            double sum = 0;
            for (int k = 0; k < classes; k++) {
                double f = (said[k] - (all - said[k]) / (classes - 1)) / all;
                exponential[k] = Math.exp(f / (classes - 1));
                sum += exponential[k];
            }
            float[] probabilities = new float[width];
            for (int k = 0; k < width; k++) {
                probabilities[k] = (float) (exponential[width == 1 ? 1 : k] / sum);
            }
            return probabilities;
        }

        @Override
        public float[] spread(List<float[]> members) {
            return deviations(members, weights);
        }
    }

    /**
     * What is there before any member, and of every member a share: each corrects those before it (Friedman, 2001). They predict different
     * things, whose deviation says nothing: NaN.
     */
    record Sum(List<Double> start, double share) implements Combination {
        public Sum {
            start = List.copyOf(start);
        }

        @Override
        public float[] together(List<float[]> members) {
            double[] sums = new double[start.size()];
            for (int i = 0; i < sums.length; i++) {
                sums[i] = start.get(i);
                for (float[] member : members) {
                    sums[i] += share * member[i];
                }
            }
            return narrowed(sums);
        }

        @Override
        public float[] spread(List<float[]> members) {
            float[] none = new float[start.size()];
            Arrays.fill(none, Float.NaN);
            return none;
        }
    }

    private static double[] means(List<float[]> members, List<Double> weights) {
        double[] means = new double[members.get(0).length];
        for (int i = 0; i < means.length; i++) {
            double sum = 0;
            double all = 0;
            for (int m = 0; m < members.size(); m++) {
                sum += weights.get(m) * members.get(m)[i];
                all += weights.get(m);
            }
            means[i] = sum / all;
        }
        return means;
    }

    private static float[] deviations(List<float[]> members, List<Double> weights) {
        double[] means = means(members, weights);
        float[] deviations = new float[means.length];
        for (int i = 0; i < means.length; i++) {
            double squares = 0;
            double all = 0;
            for (int m = 0; m < members.size(); m++) {
                double apart = members.get(m)[i] - means[i];
                squares += weights.get(m) * apart * apart;
                all += weights.get(m);
            }
            deviations[i] = (float) Math.sqrt(squares / all);
        }
        return deviations;
    }

    private static float[] narrowed(double... values) {
        float[] narrow = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            narrow[i] = (float) values[i];
        }
        return narrow;
    }
}
