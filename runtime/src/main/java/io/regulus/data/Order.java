package io.regulus.data;

/**
 * The order rows are read in. A shuffled order depends on the number of rows, the seed and the epoch alone: the same on
 * every machine and every JDK, so that a training that resumes at epoch 7 sees the rows as an unbroken one would have.
 *
 * <p>The generator is written out here (SplitMix64 of Steele, Lea and Flood, 2014), because the JDK promises a sequence
 * for {@code java.util.Random} only, whose 48 bits of state are too few to tell seeds and epochs apart.
 */
public final class Order {
    /** 2^64 divided by the golden ratio, odd: SplitMix64's increment. */
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

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
     * The numbers 0 to n - 1, each once, shuffled (Fisher and Yates): every order is equally likely over the seeds.
     *
     * @param n number of rows, at least 0
     * @param seed any number
     * @param epoch any number; another epoch gives an unrelated order
     * @throws IllegalArgumentException if n is negative
     */
    public static int[] shuffled(int n, long seed, int epoch) {
        int[] order = sequential(n);
        // Mixed twice: seeds and epochs are both small numbers, and (seed 1, epoch 2) must not meet (seed 2, epoch 1).
        long state = mix(mix(seed + GAMMA) ^ (epoch + GAMMA));
        for (int i = n - 1; i > 0; i--) {
            state += GAMMA;
            int j = below(i + 1, mix(state));
            int moved = order[i];
            order[i] = order[j];
            order[j] = moved;
        }
        return order;
    }

    /** Maps 63 random bits to 0..bound-1 by one multiplication; the bias is under 2^-32 for every bound. */
    private static int below(int bound, long random) {
        return (int) Math.multiplyHigh(random >>> 1, (long) bound << 1);
    }

    private static long mix(long z) {
        long first = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }
}
