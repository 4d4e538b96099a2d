package io.regulus.metrics;

import java.util.Arrays;

/**
 * How many rows of two classes have which score, in memory that is bounded however many rows there are. As long as there are no more
 * than so many different scores, those of each class counted by themselves, nothing is rounded; where there are more, as few of the last
 * bits of all scores are dropped as make them that many. What is kept depends on the rows alone, not on their order.
 */
final class ScoreCounts {
    private static final int START = 256;
    private static final int COUNT_BITS = 31;
    private static final long MAX_COUNT = (1L << COUNT_BITS) - 1;
    /** With all bits of a float dropped but its sign there is nothing left to make alike. */
    private static final int MAX_DROPPED = 31;

    private final int limit;
    /**
     * Score, class and count in 32, 1 and 31 bits, so that sorted they stand by score and then by class. The first are sorted and of no two alike
     * but where a count is larger than one holds; behind them stand single rows.
     */
    private long[] words = new long[START];

    private int size;
    private int dropped;

    /**
     * With nothing counted.
     *
     * @param limit different scores that are told apart, at least 4; twice as many longs are kept at most
     */
    ScoreCounts(int limit) {
        this.limit = limit;
    }

    /**
     * Counts a row.
     *
     * @param score no NaN
     * @param label 0 or 1
     */
    void add(float score, int label) {
        if (size == words.length) {
            settle();
            if (size > words.length / 2) {
                words = Arrays.copyOf(words, 2 * words.length);
            }
        }
        words[size++] = word(rounded(ordered(score)), ((long) label << COUNT_BITS) | 1);
    }

    /** An int that is in the order of the floats; minus zero is zero. */
    private static int ordered(float score) {
        int bits = Float.floatToRawIntBits(score + 0.0f);
        return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }

    private int rounded(int ordered) {
        return (ordered >> dropped) << dropped;
    }

    /** Puts alike scores together, and makes more of them alike where there are too many. */
    private void settle() {
        join();
        while (size > limit && dropped < MAX_DROPPED) {
            dropped++;
            round();
            join();
        }
    }

    private void round() {
        for (int i = 0; i < size; i++) {
            words[i] = word(rounded(score(words[i])), words[i] & 0xffff_ffffL);
        }
    }

    private void join() {
        Arrays.sort(words, 0, size);
        int joined = 0;
        int next = 0;
        while (next < size) {
            long alike = words[next] >> COUNT_BITS;
            long count = 0;
            while (next < size && words[next] >> COUNT_BITS == alike) {
                count += count(words[next++]);
            }
            // never more words than were read
            for (; count > 0; count -= MAX_COUNT) {
                words[joined++] = (alike << COUNT_BITS) | Math.min(count, MAX_COUNT);
            }
        }
        size = joined;
    }

    private static long word(int score, long labelAndCount) {
        return ((long) score << 32) | labelAndCount;
    }

    private static int score(long word) {
        return (int) (word >> 32);
    }

    private static int label(long word) {
        return (int) ((word >> COUNT_BITS) & 1);
    }

    private static long count(long word) {
        return word & MAX_COUNT;
    }

    /**
     * The chance that a row of class 1 has a larger score than one of class 0, equal scores counting half; NaN where a class has no rows.
     * In doubles, whose sums of whole numbers are exact up to 2^53 pairs.
     */
    double area() {
        settle();
        double twice = 0;
        double zeros = 0;
        double ones = 0;
        for (int next = 0; next < size; ) {
            int score = score(words[next]);
            double zerosHere = 0;
            double onesHere = 0;
            for (; next < size && score(words[next]) == score; next++) {
                if (label(words[next]) == 0) {
                    zerosHere += count(words[next]);
                } else {
                    onesHere += count(words[next]);
                }
            }
            twice += onesHere * (2 * zeros + zerosHere);
            zeros += zerosHere;
            ones += onesHere;
        }
        return twice / (2 * zeros * ones);
    }

    /** Bits of the scores that are not told apart: 0 where nothing is rounded. */
    int dropped() {
        return dropped;
    }

    /** Longs that are kept. */
    int capacity() {
        return words.length;
    }

    void reset() {
        size = 0;
        dropped = 0;
    }

    /** Everything: the bits that are dropped, then the words. */
    long[] state() {
        settle();
        long[] state = new long[1 + size];
        state[0] = dropped;
        System.arraycopy(words, 0, state, 1, size);
        return state;
    }

    /** Takes the state of another one of the same limit. */
    void restore(long... state) {
        dropped = (int) state[0];
        size = state.length - 1;
        words = Arrays.copyOfRange(state, 1, 1 + Math.max(START, size));
    }

    /** Counts what another one of the same limit had counted. */
    void merge(long... state) {
        int count = state.length - 1;
        words = Arrays.copyOf(words, Math.max(words.length, Math.addExact(size, count)));
        System.arraycopy(state, 1, words, size, count);
        size += count;
        dropped = Math.max(dropped, (int) state[0]);
        round();
        settle();
    }
}
