package io.regulus.spark;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.ParamPair;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import scala.jdk.javaapi.CollectionConverters;

@Tag("cluster")
@EnabledForJreRange(
        max = JRE.JAVA_23,
        disabledReason = "Hadoop 3.4 calls Subject.getSubject, which JDK 24 has disabled")
class EstimatorPersistenceTest {
    private static SparkSession session;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        session = LocalSpark.start();
    }

    @AfterAll
    static void stop() {
        session.stop();
    }

    private static NetworkEstimator readings() {
        return new NetworkEstimator(ReadingsModel.class)
                .setEpochs(3)
                .setSeed(99)
                .setShuffle(false)
                .setInputCol("meta", "numbers")
                .setLabelCol("kind", "type")
                .setHyperparameter("optimizer.learningRate", 0.125)
                .setDevice("cpu")
                .setJvmOptions("-Xmx1g", "-XX:+UseSerialGC");
    }

    @Test
    void anEstimatorComesBackWithAllThatWasSet() throws IOException {
        NetworkEstimator estimator = readings();
        String path = folder.resolve("estimator").toString();
        estimator.save(path);
        estimator.write().overwrite().save(path);
        assertSame(NetworkEstimator.load(path), estimator);
    }

    @Test
    void aPipelineBringsItsEstimatorBack() throws IOException {
        NetworkEstimator estimator = readings();
        String path = folder.resolve("pipeline").toString();
        new Pipeline().setStages(new PipelineStage[] {estimator}).save(path);
        assertSame((NetworkEstimator) Pipeline.load(path).getStages()[0], estimator);
    }

    @Test
    void aGridOverHyperparametersComesBack() throws IOException {
        NetworkEstimator estimator = readings();
        ParamMap[] grid = new ParamGridBuilder()
                .addGrid(estimator.hyperparameter("optimizer.learningRate"), new double[] {0.1, 0.2})
                .build();
        String path = folder.resolve("search").toString();
        new CrossValidator()
                .setEstimator(estimator)
                .setEvaluator(new MulticlassClassificationEvaluator())
                .setEstimatorParamMaps(grid)
                .save(path);
        List<Object> rates = Arrays.stream(CrossValidator.load(path).getEstimatorParamMaps())
                .map(map -> map.apply(estimator.hyperparameter("optimizer.learningRate")))
                .toList();
        assertThat(rates).containsExactly(0.1, 0.2).inOrder();
    }

    private static void assertSame(NetworkEstimator loaded, NetworkEstimator saved) {
        assertThat(loaded.uid()).isEqualTo(saved.uid());
        assertThat(loaded.getModelClass()).isEqualTo(ReadingsModel.class.getName());
        for (ParamPair<?> pair :
                CollectionConverters.asJava(saved.extractParamMap().toSeq())) {
            Object value = loaded.getOrDefault(pair.param());
            if (value instanceof String[] texts) {
                assertThat(texts).isEqualTo(pair.value());
            } else {
                assertThat(value).isEqualTo(pair.value());
            }
            assertThat(loaded.isSet(pair.param())).isEqualTo(saved.isSet(pair.param()));
        }
    }
}
