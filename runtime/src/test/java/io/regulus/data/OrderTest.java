package io.regulus.data;

import static io.regulus.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderTest {
    @Test
    void sequentialCountsUp() {
        assertArrayEquals(new int[] {0, 1, 2, 3}, Order.sequential(4));
        assertArrayEquals(new int[0], Order.sequential(0));
    }

    /** Saved trainings resume by it: a change of these numbers is a change of format. */
    @Test
    void shuffledOrderIsPinned() {
        assertArrayEquals(new int[] {5, 3, 7, 6, 9, 2, 8, 0, 4, 1}, Order.shuffled(10, 0, 0));
        assertArrayEquals(new int[] {3, 7, 4, 2, 9, 8, 5, 0, 6, 1}, Order.shuffled(10, 42, 3));
    }

    @Test
    void everyRowOnceWhateverTheSeed() {
        for (int seed = 0; seed < 200; seed++) {
            int[] order = Order.shuffled(seed, seed, seed);
            Arrays.sort(order);
            assertArrayEquals(Order.sequential(seed), order);
        }
    }

    @Test
    void seedsAndEpochsDoNotMeet() {
        Set<String> seen = new HashSet<>();
        for (int seed = -20; seed < 20; seed++) {
            for (int epoch = 0; epoch < 40; epoch++) {
                assertTrue(seen.add(Arrays.toString(Order.shuffled(30, seed, epoch))), seed + " " + epoch);
            }
        }
    }

    @Test
    void everyPlaceIsEquallyLikely() {
        int rows = 6;
        int trials = 60_000;
        int[][] counts = new int[rows][rows];
        for (int seed = 0; seed < trials; seed++) {
            int[] order = Order.shuffled(rows, seed, 1);
            for (int place = 0; place < rows; place++) {
                counts[order[place]][place]++;
            }
        }
        double expected = (double) trials / rows;
        for (int[] row : counts) {
            for (int count : row) {
                // Five standard deviations of a binomial count.
                assertEquals(expected, count, 5 * Math.sqrt(expected * (1 - 1.0 / rows)));
            }
        }
    }

    @Test
    void largeOrdersAreShuffledAllOver() {
        int rows = 1_000_000;
        int[] order = Order.shuffled(rows, 7, 0);
        double distance = 0;
        for (int i = 0; i < rows; i++) {
            distance += Math.abs(order[i] - i);
        }
        assertEquals(1.0 / 3, distance / rows / rows, 0.002);
        assertFalse(Arrays.equals(order, Order.shuffled(rows, 7, 1)));
    }

    @Test
    void refusesNegativeCounts() {
        assertFails(IllegalArgumentException.class, () -> Order.sequential(-1), "n = -1");
        assertFails(IllegalArgumentException.class, () -> Order.shuffled(-3, 0, 0), "n = -3");
    }
}
