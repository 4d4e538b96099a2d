package io.regulus.data;

/**
 * Random numbers that depend on a seed and an epoch alone: the same on every machine and every JDK.
 *
 * <p>The generator is written out here (SplitMix64 of Steele, Lea and Flood, 2014), because the JDK promises a sequence
 * for {@code java.util.Random} only, whose 48 bits of state are too few to tell seeds and epochs apart.
 */
final class Draws {
    /** 2^64 divided by the golden ratio, odd: SplitMix64's increment. */
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    Draws(long seed, int epoch) {
        // Mixed twice: seeds and epochs are both small numbers, and (seed 1, epoch 2) must not meet (seed 2, epoch 1).
        state = mix(mix(seed + GAMMA) ^ (epoch + GAMMA));
    }

    /** A number of 0 to {@code bound - 1}: 63 random bits, mapped by one multiplication; the bias is under 2^-32 for every bound. */
    int below(int bound) {
        state += GAMMA;
        return (int) Math.multiplyHigh(mix(state) >>> 1, (long) bound << 1);
    }

    private static long mix(long z) {
        long first = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }
}
