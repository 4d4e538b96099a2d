package io.regulus.spark.data;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulus.spark.cluster.FitJobs;
import io.regulus.spark.cluster.TestCluster;
import io.regulus.spark.job.TrainingFailedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import scala.Tuple2;

@EnabledForJreRange(
        max = JRE.JAVA_23,
        disabledReason = "Hadoop 3.4 calls Subject.getSubject, which JDK 24 has disabled")
class NumberedRowsTest {
    private static final RowEncoding VALUES = new ColumnRows(
            new RowLayout(List.of(new RowLayout.Input("x", RowLayout.Kind.FLOATS, 1, 1)), List.of(), false),
            List.of(new Cell.Floats(new Cell.Column("x", 0, CellType.NUMBER), 1)));

    /** Of an input; tasks run in this JVM. */
    private static final AtomicInteger READINGS = new AtomicInteger();

    @TempDir
    static Path disk;

    private static JavaSparkContext spark;

    @BeforeAll
    static void start() {
        spark = TestCluster.context("local[2]", disk);
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    @Test
    void rowsAreNumberedAsZipWithIndexNumbersThem() {
        // more than a block in a partition, and an empty partition
        JavaRDD<Row> rows = rows(5_000, 4)
                .mapPartitionsWithIndex(
                        (partition, some) -> partition == 1 ? List.<Row>of().iterator() : some, true);
        List<Tuple2<Row, Long>> expected = rows.zipWithIndex().collect();
        try (NumberedRows numbered = NumberedRows.of(rows, VALUES, OptionalInt.empty())) {
            List<Tuple2<Long, byte[]>> found = numbered.training().rows().collect();
            assertThat(numbered.training().count()).isEqualTo(expected.size());
            assertThat(numbered.validation()).isEmpty();
            assertThat(found).hasSize(expected.size());
            for (int i = 0; i < found.size(); i++) {
                assertThat(found.get(i)._1()).isEqualTo(expected.get(i)._2());
                assertThat(value(found.get(i)))
                        .isEqualTo((float) expected.get(i)._1().getInt(0));
            }
        }
        assertThat(spark.getPersistentRDDs()).isEmpty();
    }

    @Test
    void rowsToValidateOnAreNumberedApart() {
        try (NumberedRows numbered = NumberedRows.of(rows(3_000, 3), VALUES, OptionalInt.of(1))) {
            assertThat(numbered.training().count()).isEqualTo(2_000);
            assertThat(numbered.validation().orElseThrow().count()).isEqualTo(1_000);
            assertNumbered(
                    numbered.training(),
                    IntStream.range(0, 3_000).filter(i -> i % 3 != 0).toArray());
            assertNumbered(
                    numbered.validation().orElseThrow(),
                    IntStream.range(0, 3_000).filter(i -> i % 3 == 0).toArray());
        }
    }

    private static void assertNumbered(CountedRows rows, int[] values) {
        List<Tuple2<Long, byte[]>> found = rows.rows().collect();
        assertThat(found.stream().mapToLong(row -> row._1()).toArray())
                .isEqualTo(LongStream.range(0, values.length).toArray());
        assertThat(found.stream().mapToInt(row -> (int) value(row)).toArray()).isEqualTo(values);
    }

    @Test
    void theFirstRowThatIsFlawedIsNamedByItsNumber() {
        JavaRDD<Row> rows = rows(4_000, 4)
                .map(row -> row.getInt(0) == 2_500 || row.getInt(0) == 3_999 ? RowFactory.create(null, false) : row);
        assertThat(assertThrows(
                                IllegalArgumentException.class,
                                () -> NumberedRows.of(rows, VALUES, OptionalInt.empty()))
                        .getMessage())
                .isEqualTo("training row 2500 (number 500 of partition 2, counted from 0): column 'x' is null."
                        + " Fill it in, or leave such rows out, as data.na().drop() does.");
        assertThat(spark.getPersistentRDDs()).isEmpty();
    }

    @Test
    void whatFailsInATaskLeavesNothingBehind() {
        JavaRDD<Row> rows = rows(9, 2).map(row -> {
            throw new IllegalStateException("no such table");
        });
        Exception failure = assertThrows(Exception.class, () -> NumberedRows.of(rows, VALUES, OptionalInt.empty()));
        assertThat(failure).hasMessageThat().contains("no such table");
        assertThat(spark.getPersistentRDDs()).isEmpty();
    }

    @Test
    void whoeverIsInterruptedLeavesNothingBehind() throws Exception {
        JavaRDD<Row> rows = rows(9, 2).map(row -> {
            // until the job is cancelled: a task that slept on would keep its core from the tests to come
            while (!TaskContext.get().isInterrupted()) {
                Thread.sleep(20);
            }
            return row;
        });
        Thread waiting = Thread.currentThread();
        Thread other = new Thread(() -> {
            try {
                while (spark.statusTracker().getActiveJobIds().length == 0) {
                    Thread.sleep(20);
                }
            } catch (InterruptedException impossible) {
                throw new IllegalStateException(impossible);
            }
            waiting.interrupt();
        });
        other.start();
        TrainingFailedException failure = assertThrows(
                TrainingFailedException.class,
                () -> FitJobs.run(spark.sc(), () -> NumberedRows.of(rows, VALUES, OptionalInt.empty())));
        assertThat(Thread.interrupted()).isTrue();
        other.join();
        assertThat(failure).hasMessageThat().contains("interrupted");
        assertThat(spark.getPersistentRDDs()).isEmpty();
        for (int i = 0; i < 100 && spark.statusTracker().getActiveJobIds().length > 0; i++) {
            Thread.sleep(50);
        }
        assertThat(spark.statusTracker().getActiveJobIds()).isEmpty();
    }

    @Test
    void noRowsAreRefused() {
        assertThat(assertThrows(
                                IllegalArgumentException.class,
                                () -> NumberedRows.of(rows(9, 2).filter(row -> false), VALUES, OptionalInt.empty()))
                        .getMessage())
                .contains("no rows to train on");
        assertThat(assertThrows(
                                IllegalArgumentException.class,
                                () -> NumberedRows.of(
                                        rows(9, 2).filter(row -> !row.getBoolean(1)), VALUES, OptionalInt.of(1)))
                        .getMessage())
                .contains("validationIndicatorCol is true in no row");
    }

    @Test
    void anInputThatChangesIsNoticed() {
        JavaRDD<Row> changing = rows(10, 1).mapPartitions(some -> {
            List<Row> all = new ArrayList<>();
            some.forEachRemaining(all::add);
            return all.subList(0, READINGS.incrementAndGet() > 1 ? 9 : 10).iterator();
        });
        try (NumberedRows numbered = NumberedRows.of(changing, VALUES, OptionalInt.empty())) {
            assertThat(numbered.training().rows().count()).isEqualTo(10);
            assertThat(READINGS.get()).isEqualTo(1);
            // as when an executor is lost
            spark.getPersistentRDDs().values().forEach(kept -> kept.unpersist(true));
            Exception changed = assertThrows(
                    Exception.class, () -> numbered.training().rows().count());
            assertThat(changed).hasMessageThat().contains("changes from reading to reading");
        }
    }

    private static float value(Tuple2<Long, byte[]> row) {
        return ByteBuffer.wrap(row._2()).order(ByteOrder.LITTLE_ENDIAN).getFloat();
    }

    private static JavaRDD<Row> rows(int count, int partitions) {
        return spark.parallelize(IntStream.range(0, count).boxed().toList(), partitions)
                .map(i -> RowFactory.create(i, i % 3 == 0));
    }
}
