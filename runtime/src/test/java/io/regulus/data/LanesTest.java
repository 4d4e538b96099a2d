package io.regulus.data;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LanesTest {
    @ParameterizedTest
    @CsvSource({"32, 1, 100", "32, 3, 100", "7, 7, 50", "10, 4, 9", "100, 8, 1001", "5, 2, 5", "64, 5, 3"})
    void everyRowIsOfOneProcessAndTheProcessesShareABatchEvenly(int batchSize, int processes, int total) {
        Lanes lanes = new Lanes(batchSize, processes);
        long[] counted = new long[processes];
        int last = 0;
        for (int row = 0; row < total; row++) {
            int rank = lanes.rank(row);
            counted[rank]++;
            int lane = row % batchSize;
            assertThat(lane).isAtLeast(lanes.first(rank));
            assertThat(lane).isLessThan(lanes.first(rank + 1));
            last = lane == 0 ? 0 : last;
            assertThat(rank).isAtLeast(last);
            last = rank;
        }
        for (int rank = 0; rank < processes; rank++) {
            assertThat(lanes.rows(rank, total)).isEqualTo(counted[rank]);
            assertThat(Math.abs(lanes.count(rank) - batchSize / (double) processes))
                    .isLessThan(1.0);
        }
        assertThat(lanes.first(processes)).isEqualTo(batchSize);
    }

    @Test
    void stepsCountTheLastSmallerBatch() {
        Lanes lanes = new Lanes(10, 2);
        assertThat(lanes.steps(20)).isEqualTo(2);
        assertThat(lanes.steps(21)).isEqualTo(3);
    }

    @Test
    void rowsBeyondAnIntHaveAProcess() {
        assertThat(new Lanes(1_000, 8).rank(7_000_000_000_999L)).isEqualTo(7);
    }

    @Test
    void moreProcessesThanRowsOfABatchAreRefused() {
        var refused = assertThrows(IllegalArgumentException.class, () -> new Lanes(4, 5));
        assertThat(refused).hasMessageThat().contains("batchSize = 4: must be at least the number of processes, 5");
    }
}
