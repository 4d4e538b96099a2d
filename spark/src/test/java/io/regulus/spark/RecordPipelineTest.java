package io.regulus.spark;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
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
class RecordPipelineTest {
    private static SparkSession session;

    @BeforeAll
    static void start() {
        // the serializer that asks most of what it writes
        System.setProperty("spark.serializer", "org.apache.spark.serializer.KryoSerializer");
        session = LocalSpark.start();
    }

    @AfterAll
    static void stop() {
        session.stop();
        System.clearProperty("spark.serializer");
    }

    private static NetworkEstimator small(NetworkEstimator estimator) {
        return estimator
                .setEpochs(20)
                .setBatchSize(20)
                .setWorkers(2)
                .setThreads(1)
                .setJvmOptions("-Xmx256m", "-XX:+UseSerialGC");
    }

    @Test
    void amountsArePredictedInTheirUnits(@TempDir Path folder) throws IOException {
        List<Row> rows = RecordRows.homes(400);
        Dataset<Row> table =
                session.createDataFrame(rows, RecordRows.HOMES).repartition(3).cache();

        NetworkTransformer network = small(new NetworkEstimator(HomesModel.class))
                .setValidationIndicatorCol("held")
                .fit(table);

        assertThat(network.history().last().validation().orElseThrow().rows()).isEqualTo(40);
        Dataset<Row> predicted = network.transform(table);
        assertThat(predicted.columns()).asList().containsNoneOf("probability", "predictedLabel");
        RegressionEvaluator evaluator =
                new RegressionEvaluator().setLabelCol("price").setMetricName("r2");
        assertThat(evaluator.evaluate(predicted)).isGreaterThan(0.8);
        List<Row> found = predicted.collectAsList();
        List<Homes.Home> homes = found.stream().map(RecordPipelineTest::home).toList();
        try (HomesModel model = network.model(HomesModel.class)) {
            float[] expected = model.predict(homes);
            for (int row = 0; row < expected.length; row++) {
                assertThat(found.get(row).<Double>getAs("prediction")).isEqualTo((double) expected[row]);
            }
        }

        String path = folder.resolve("homes").toString();
        network.save(path);
        // without labels, as what is to be predicted
        assertThat(NetworkTransformer.load(path)
                        .transform(table.drop("price", "held"))
                        .select("prediction")
                        .collectAsList())
                .isEqualTo(predicted.select("prediction").collectAsList());
    }

    private static Homes.Home home(Row row) {
        String rooms = Objects.toString(row.getAs("total rooms"), null);
        return new Homes.Home(
                null,
                row.getAs("area"),
                rooms == null ? null : (int) Double.parseDouble(rooms),
                row.getAs("place").equals("Inland") ? Homes.Place.INLAND : Homes.Place.NEAR_BAY,
                row.getAs("heating"),
                row.<Integer>getAs("Seen"),
                null);
    }

    @Test
    void classesHaveNamesAndProbabilities() {
        Dataset<Row> table = session.createDataFrame(RecordRows.visits(400), RecordRows.VISITS)
                .repartition(3)
                .cache();

        NetworkTransformer network =
                small(new NetworkEstimator(VisitsModel.class)).fit(table);

        assertThat(network.classNames()).containsExactly("false", "true").inOrder();
        Dataset<Row> predicted = network.transform(table);
        assertThat(new BinaryClassificationEvaluator()
                        .setRawPredictionCol("probability")
                        .setLabelCol("bought")
                        .evaluate(predicted))
                .isGreaterThan(0.85);
        List<Row> found = predicted.collectAsList();
        List<Visits.Visit> visits = found.stream()
                .map(row -> new Visits.Visit(
                        Integer.toString(row.<Integer>getAs("page")), row.<Float>getAs("seconds"), null))
                .toList();
        try (VisitsModel model = network.model(VisitsModel.class)) {
            List<Boolean> classes = model.classify(visits);
            float[] probabilities = model.predict(visits);
            for (int row = 0; row < probabilities.length; row++) {
                assertThat(found.get(row).<Vector>getAs("probability").apply(1)).isEqualTo((double) probabilities[row]);
                assertThat(found.get(row).<Double>getAs("prediction")).isEqualTo(classes.get(row) ? 1.0 : 0.0);
                assertThat(found.get(row).<String>getAs("predictedLabel"))
                        .isEqualTo(classes.get(row).toString());
            }
        }
    }
}
