package io.regulus.data;

/**
 * The order rows are read in. A shuffled order depends on the number of rows, the seed and the epoch alone: the same on
 * every machine and every JDK, so that a training that resumes at epoch 7 sees the rows as an unbroken one would have.
 */
public final class Order {
    private Order() {}

    /**
     * 0, 1, 2 and so on.
     *
     * @param n number of rows, at least 0
     * @throws IllegalArgumentException if n is negative
     */
    public static int[] sequential(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("n = " + n + ": a number of rows cannot be negative");
        }
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        return order;
    }

    /**
     * A bootstrap sample: n draws out of 0 to n - 1, with replacement, each number as likely as any other in every draw. A share of
     * 1 - (1 - 1/n)^n of the numbers, 63% of many, is drawn at least once.
     *
     * @param n number of rows, at least 0
     * @param seed any number
     * @param sample any number; another sample is unrelated
     * @throws IllegalArgumentException if n is negative
     */
    public static int[] bootstrap(int n, long seed, int sample) {
        int[] drawn = sequential(n);
        // not the draws that shuffle the epoch of this number
        Draws draws = new Draws(~seed, sample);
        for (int i = 0; i < n; i++) {
            drawn[i] = draws.below(n);
        }
        return drawn;
    }

    /**
     * The numbers 0 to n - 1, each once, shuffled (Fisher and Yates): every order is equally likely over the seeds.
     *
     * @param n number of rows, at least 0
     * @param seed any number
     * @param epoch any number; another epoch gives an unrelated order
     * @throws IllegalArgumentException if n is negative
     */
    public static int[] shuffled(int n, long seed, int epoch) {
        int[] order = sequential(n);
        Draws draws = new Draws(seed, epoch);
        for (int i = n - 1; i > 0; i--) {
            int j = draws.below(i + 1);
            int moved = order[i];
            order[i] = order[j];
            order[j] = moved;
        }
        return order;
    }
}
