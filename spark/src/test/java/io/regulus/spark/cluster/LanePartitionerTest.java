package io.regulus.spark.cluster;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.data.Lanes;
import org.junit.jupiter.api.Test;

class LanePartitionerTest {
    @Test
    void everyRowGoesToTheWorkerThatHasItsLane() {
        LanePartitioner partitioner = new LanePartitioner(new Lanes(10, 3), new Lanes(4, 3));
        long[] rows = new long[3];
        for (long row = 0; row < 47; row++) {
            int rank = partitioner.getPartition(row);
            rows[rank]++;
            assertThat(partitioner.getPartition(RowKey.validation(row))).isEqualTo(new Lanes(4, 3).rank(row));
        }
        for (int rank = 0; rank < 3; rank++) {
            assertThat(rows[rank]).isEqualTo(new Lanes(10, 3).rows(rank, 47));
        }
    }

    @Test
    void rowsToValidateOnComeFirstAndInTheirOrder() {
        assertThat(RowKey.validation(0)).isLessThan(RowKey.validation(1));
        assertThat(RowKey.validation(Long.MAX_VALUE)).isLessThan(0L);
        assertThat(RowKey.isValidation(RowKey.validation(7))).isTrue();
        assertThat(RowKey.isValidation(7)).isFalse();
        assertThat(RowKey.number(RowKey.validation(7))).isEqualTo(7);
    }
}
