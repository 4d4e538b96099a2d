package io.regulus.benchmarks.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulus.benchmarks.Outcome;
import io.regulus.benchmarks.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StatisticsTest {
    @Test
    void theMedianIsTheMiddleOne() {
        assertEquals(3, Statistics.median(5, 1, 3));
        assertEquals(2.5, Statistics.median(4, 1, 2, 3));
        assertThrows(IllegalArgumentException.class, Statistics::median);
    }

    @Test
    void theBetterSettingHasTheBetterMedian() {
        List<Run> runs =
                List.of(run(1, 1, 10), run(1, 2, 90), run(2, 1, 12), run(2, 2, 3), run(3, 1, 11), run(3, 2, 4));
        List<Run> better = Statistics.atBetterSetting(runs);
        assertEquals(3, better.size());
        assertTrue(better.stream().allMatch(run -> run.threads() == 1));
    }

    @Test
    void ratiosAreThoseOfOneRound() {
        List<Run> fast = List.of(run(1, 1, 20), run(2, 1, 30), run(3, 1, 80));
        List<Run> baseline = List.of(run(1, 2, 10), run(2, 2, 10), run(3, 2, 20));
        assertEquals(3, Statistics.ratio(fast, baseline).orElseThrow());
    }

    @Test
    void aRoundWithoutBothHasNoRatio() {
        assertTrue(
                Statistics.ratio(List.of(run(1, 1, 20)), List.of(run(2, 1, 20))).isEmpty());
        assertEquals(
                2,
                Statistics.ratio(List.of(run(1, 1, 20), run(2, 1, 20)), List.of(run(2, 1, 10)))
                        .orElseThrow());
    }

    private static Run run(int round, int threads, double speed) {
        return new Run(round, Workload.W1, Program.REGULUS, threads, new Outcome(speed, 1, 1, 1, 1, null));
    }
}
