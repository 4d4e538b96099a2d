package io.regulus.spark.cluster;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulus.data.Lanes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import scala.Tuple2;

@EnabledForJreRange(
        max = JRE.JAVA_23,
        disabledReason = "Hadoop 3.4 calls Subject.getSubject, which JDK 24 has disabled")
class SpreadRowsTest {
    @TempDir
    Path disk;

    @Test
    void rowsAreSortedWithinPartitionsThatMayBeAnywhere() {
        try (JavaSparkContext spark = TestCluster.context("local[2]", disk)) {
            Lanes lanes = Lanes.of(8, 2, 100);
            SpreadRows spread = SpreadRows.of(CurveJob.rows(spark, 100).rows(), new LanePartitioner(lanes, lanes));
            List<List<Tuple2<Long, byte[]>>> partitions =
                    spread.toJavaRDD().glom().collect();
            assertThat(partitions).hasSize(2);
            for (int rank = 0; rank < 2; rank++) {
                int self = rank;
                assertThat(partitions.get(rank).stream().map(Tuple2::_1).toList())
                        .containsExactlyElementsIn(LongStream.range(0, 100)
                                .filter(row -> lanes.rank(row) == self)
                                .boxed()
                                .toList())
                        .inOrder();
            }
            // by now Spark knows where most of them lie
            assertThat(spread.preferredLocations(spread.partitions()[0]).isEmpty())
                    .isTrue();
        }
    }

    @Test
    void executorsThatComeAndGoAreRefused() {
        try (JavaSparkContext spark = new JavaSparkContext(new SparkConf()
                .setMaster("local[1]")
                .setAppName("regulus-test")
                .set("spark.ui.enabled", "false")
                .set("spark.local.dir", disk.toString())
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.dynamicAllocation.enabled", "true"))) {
            assertThat(assertThrows(
                            IllegalArgumentException.class,
                            () -> JobRunner.run(
                                    spark, CurveJob.of(1).job(), CurveJob.rows(spark, 10), Optional.empty())))
                    .hasMessageThat()
                    .contains("spark.dynamicAllocation.enabled = true");
        }
    }
}
