package io.regulus.spark.cluster;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.spark.job.TrainedNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("cluster")
@EnabledForJreRange(
        max = JRE.JAVA_23,
        disabledReason = "Hadoop 3.4 calls Subject.getSubject, which JDK 24 has disabled")
class JobRunnerTest {
    private static final int ROWS = 100;

    @TempDir
    static Path disk;

    private static JavaSparkContext spark;

    @BeforeAll
    static void start() {
        spark = TestCluster.start(2, disk);
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    @ParameterizedTest
    @MethodSource("io.regulus.spark.cluster.Turns#all")
    void whatIsTrainedDoesNotDependOnTheNumberOfWorkers(int turn, @TempDir Path one, @TempDir Path two)
            throws IOException {
        TrainedNetwork first = run(CurveJob.of(1), ROWS);
        TrainedNetwork second = run(CurveJob.of(2), ROWS);
        assertClose(first.history().loss(), second.history().loss());
        assertClose(first.history().validationLoss(), second.history().validationLoss());
        assertThat(first.restarts()).isEqualTo(0);
        try (CurveModel of1 = load(first, one);
                CurveModel of2 = load(second, two)) {
            assertThat(of1.attachment("note")).hasValue("kept");
            for (String name : of1.weights().names()) {
                assertThat(of2.weights().get(name))
                        .usingTolerance(1e-5)
                        .containsExactly(of1.weights().get(name))
                        .inOrder();
            }
        }
        assertThat(folders(disk).toList()).isEmpty();
    }

    @Test
    void lessThanABatchIsTrainedToo() {
        TrainedNetwork first = run(CurveJob.of(1), 5);
        assertClose(first.history().loss(), run(CurveJob.of(2), 5).history().loss());
    }

    private static TrainedNetwork run(CurveJob spec, int rows) {
        return JobRunner.run(spark, spec.job(), CurveJob.rows(spark, rows), Optional.of(CurveJob.rows(spark, 20)));
    }

    private static void assertClose(double[] expected, double[] found) {
        assertThat(found).usingTolerance(1e-5).containsExactly(expected).inOrder();
    }

    static CurveModel load(TrainedNetwork trained, Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : trained.files().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        return CurveModel.load(folder);
    }

    /** Those of workers that are there. */
    static Stream<String> folders(Path disk) throws IOException {
        try (Stream<Path> entries = Files.find(
                disk, 3, (entry, any) -> entry.getFileName().toString().startsWith("regulus-worker-"))) {
            return entries.map(Path::toString).toList().stream();
        }
    }
}
