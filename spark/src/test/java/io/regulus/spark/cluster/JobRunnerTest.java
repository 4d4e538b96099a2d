package io.regulus.spark.cluster;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.data.Dataset;
import io.regulus.engine.Settings;
import io.regulus.spark.job.TrainedNetwork;
import io.regulus.train.Fit;
import io.regulus.train.History;
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

    @Test
    void oneWorkerTrainsAsOneProcessDoes(@TempDir Path folder) throws IOException {
        TrainedNetwork trained = JobRunner.run(
                spark, CurveJob.of(1).job(), CurveJob.rows(spark, ROWS), Optional.of(CurveJob.rows(spark, 20)));

        try (CurveModel alone =
                CurveModel.create(Settings.defaults().withSeed(7).withThreads(1, 0))) {
            History history = alone.fit(
                    data(ROWS),
                    Fit.epochs(3)
                            .batchSize(CurveJob.BATCH)
                            .seed(5)
                            .validateOn(data(20))
                            .verbose(false));
            assertThat(trained.history().loss()).isEqualTo(history.loss());
            assertThat(trained.history().validationLoss()).isEqualTo(history.validationLoss());
            try (CurveModel model = load(trained, folder)) {
                assertThat(model.attachment("note")).hasValue("kept");
                for (String name : alone.weights().names()) {
                    assertThat(model.weights().get(name))
                            .isEqualTo(alone.weights().get(name));
                }
            }
        }
        assertThat(trained.restarts()).isEqualTo(0);
        assertThat(folders(disk).toList()).isEmpty();
    }

    static CurveModel load(TrainedNetwork trained, Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : trained.files().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        return CurveModel.load(folder);
    }

    static Dataset data(int rows) {
        float[][] inputs = new float[rows][];
        float[] targets = new float[rows];
        for (int row = 0; row < rows; row++) {
            inputs[row] = CurveJob.inputs(row);
            targets[row] = CurveJob.target(row);
        }
        return Dataset.of(inputs, targets);
    }

    /** Those of workers that are there. */
    static Stream<String> folders(Path disk) throws IOException {
        try (Stream<Path> entries = Files.find(
                disk, 3, (entry, any) -> entry.getFileName().toString().startsWith("regulus-worker-"))) {
            return entries.map(Path::toString).toList().stream();
        }
    }
}
