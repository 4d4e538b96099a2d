package io.regulus.metrics;

import static com.google.common.truth.Truth.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoreCountsTest {
    private static final int LIMIT = 1_024;
    private static final int ROWS = 40_000;

    /** Scores of two overlapping bells, of which no two are likely to be alike. */
    private static float score(Random random, int label) {
        return (float) random.nextGaussian() + label;
    }

    private static ScoreCounts counted(int limit, int from, int to) {
        ScoreCounts counts = new ScoreCounts(limit);
        add(counts, from, to);
        return counts;
    }

    private static void add(ScoreCounts counts, int from, int to) {
        for (int row = from; row < to; row++) {
            counts.add(score(new Random(row * 0x9E3779B97F4A7C15L), row % 2), row % 2);
        }
    }

    /** As far as the rounding says, and far better than a histogram of so many places of equal width. */
    @Test
    void manyScoresAreRoundedAndTheAreaStaysRight() {
        ScoreCounts exact = counted(1 << 20, 0, ROWS);
        ScoreCounts rounded = counted(LIMIT, 0, ROWS);
        assertThat(exact.dropped()).isEqualTo(0);
        assertThat(rounded.dropped()).isGreaterThan(0);
        assertThat(rounded.area()).isWithin(1e-4).of(exact.area());
        assertThat(rounded.area()).isNotEqualTo(exact.area());
    }

    @Test
    void memoryIsBounded() {
        ScoreCounts counts = counted(LIMIT, 0, ROWS);
        assertThat(counts.capacity()).isEqualTo(2 * LIMIT);
        assertThat(counts.state().length).isAtMost(1 + LIMIT);
    }

    /** Results asked for in between, another order, a pause: the same rounding and the same bits. */
    @Test
    void whatComesOutDependsOnTheRowsAlone() {
        ScoreCounts straight = counted(LIMIT, 0, ROWS);
        ScoreCounts backwards = new ScoreCounts(LIMIT);
        for (int row = ROWS - 1; row >= 0; row--) {
            add(backwards, row, row + 1);
            if (row % 3_333 == 0) {
                backwards.area();
            }
        }
        ScoreCounts paused = new ScoreCounts(LIMIT);
        paused.restore(counted(LIMIT, 0, 12_345).state());
        add(paused, 12_345, ROWS);
        for (ScoreCounts other : new ScoreCounts[] {backwards, paused}) {
            assertThat(other.area()).isEqualTo(straight.area());
            assertThat(other.state()).isEqualTo(straight.state());
        }
    }

    /** More rows of one score than a word counts: 2^33 of class 1 above as many of class 0, and as many pairs equal. */
    @Test
    void countsAreNotOverrun() {
        ScoreCounts counts = new ScoreCounts(LIMIT);
        counts.add(1, 0);
        counts.add(1, 1);
        counts.add(2, 1);
        for (int doubled = 0; doubled < 33; doubled++) {
            long[] state = counts.state();
            long[] twice = new long[2 * state.length - 1];
            System.arraycopy(state, 0, twice, 0, state.length);
            System.arraycopy(state, 1, twice, state.length, state.length - 1);
            counts.restore(twice);
        }
        assertThat(counts.area()).isEqualTo(0.75);
        assertThat(counts.state().length).isEqualTo(1 + 3 * 5);
    }

    @Test
    void forgottenRowsLeaveNoRoundingBehind() {
        ScoreCounts counts = counted(LIMIT, 0, ROWS);
        counts.reset();
        add(counts, 0, 100);
        assertThat(counts.dropped()).isEqualTo(0);
        assertThat(counts.state()).isEqualTo(counted(LIMIT, 0, 100).state());
    }

    @Test
    void whatSeveralHaveCountedIsWhatOneWouldHave() {
        ScoreCounts whole = counted(LIMIT, 0, ROWS);
        ScoreCounts fine = counted(LIMIT, 0, 100);
        ScoreCounts coarse = counted(LIMIT, 100, ROWS);
        assertThat(fine.dropped()).isLessThan(coarse.dropped());
        ScoreCounts either = counted(LIMIT, 100, ROWS);
        either.merge(fine.state());
        fine.merge(coarse.state());
        assertThat(fine.area()).isEqualTo(whole.area());
        assertThat(either.area()).isEqualTo(whole.area());
        assertThat(fine.dropped()).isEqualTo(whole.dropped());
    }
}
