package io.regulus.spark;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.engine.Settings;
import io.regulus.train.Fit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.BroadcastBlockId;
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
class PipelineTest {
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

    @Test
    void severalInputsAndOutputsHaveColumnsOfTheirOwn() {
        StructType schema = new StructType()
                .add("pixels", DataTypes.BinaryType)
                .add("numbers", DataTypes.createArrayType(DataTypes.DoubleType))
                .add("place", DataTypes.IntegerType)
                .add("kind", DataTypes.IntegerType)
                .add("sizes", SQLDataTypes.VectorType())
                .add("weight", DataTypes.DoubleType);
        List<Row> all = IntStream.range(0, 300)
                .mapToObj(i -> RowFactory.create(
                        new byte[] {(byte) i, 1, 2, (byte) -i, 4, 5},
                        List.of(i % 2 - 0.5, i / 300.0),
                        i % 5,
                        i % 2,
                        Vectors.dense(i % 5, i / 300.0),
                        1.0 + i % 2))
                .toList();
        Dataset<Row> rows = session.createDataFrame(all, schema).cache();

        NetworkTransformer network = new NetworkEstimator(ReadingsModel.class)
                .setInputCol("meta", "numbers")
                .setWeightCol("weight")
                .setEpochs(10)
                .setBatchSize(20)
                .setWorkers(1)
                .setJvmOptions("-Xmx256m")
                .fit(rows);

        List<Row> predicted = network.transform(rows).collectAsList();
        try (ReadingsModel model = network.model(ReadingsModel.class)) {
            byte[][] pixels = rows.collectAsList().stream()
                    .map(row -> row.<byte[]>getAs("pixels"))
                    .toArray(byte[][]::new);
            float[][] meta = IntStream.range(0, 300)
                    .mapToObj(i -> new float[] {i % 2 - 0.5f, (float) (i / 300.0)})
                    .toArray(float[][]::new);
            int[][] place =
                    IntStream.range(0, 300).mapToObj(i -> new int[] {i % 5}).toArray(int[][]::new);
            ReadingsModel.Predictions expected = model.predict(pixels, meta, place);
            for (int row = 0; row < 300; row++) {
                assertThat(floats(predicted.get(row).getAs("probability_kind"))).isEqualTo(expected.kind()[row]);
                assertThat(predicted.get(row).<Double>getAs("prediction_kind"))
                        .isEqualTo((double) expected.kindClasses()[row]);
                assertThat(floats(predicted.get(row).getAs("prediction_sizes"))).isEqualTo(expected.sizes()[row]);
            }
        }
        assertThat(network.history().last().training().metric("kind_accuracy")).isGreaterThan(0.9);
    }

    private static NetworkEstimator flowers() {
        return new NetworkEstimator(FlowersModel.class)
                .setEpochs(8)
                .setBatchSize(16)
                .setWorkers(1)
                .setThreads(1)
                .setJvmOptions("-Xmx256m", "-XX:+UseSerialGC");
    }

    @Test
    void aPipelineIsTrainedSavedAndLoaded(@TempDir Path folder) throws IOException {
        Dataset<Row> rows = FlowerRows.of(session, 150);
        Dataset<Row> input = rows.select("species", "held", "a", "b", "c", "d");
        Pipeline pipeline = new Pipeline().setStages(new PipelineStage[] {
            new StringIndexer().setInputCol("species").setOutputCol("label").setStringOrderType("alphabetAsc"),
            new VectorAssembler()
                    .setInputCols(new String[] {"a", "b", "c", "d"})
                    .setOutputCol("features"),
            flowers().setValidationIndicatorCol("held").setPredictedLabelCol("predictedSpecies")
        });

        PipelineModel fitted = pipeline.fit(input);
        Dataset<Row> predicted = fitted.transform(input);

        NetworkTransformer network = (NetworkTransformer) fitted.stages()[2];
        assertThat(network.classNames())
                .containsExactlyElementsIn(FlowerRows.NAMES)
                .inOrder();
        assertThat(network.history().epochs()).hasSize(8);
        assertThat(network.history().last().training().rows()).isEqualTo(120);
        assertThat(network.history().last().validation().orElseThrow().rows()).isEqualTo(30);
        assertThat(new MulticlassClassificationEvaluator()
                        .setMetricName("accuracy")
                        .evaluate(predicted))
                .isGreaterThan(0.9);
        for (Row row : predicted.collectAsList()) {
            double label = row.getAs("prediction");
            assertThat(row.<String>getAs("predictedSpecies")).isEqualTo(FlowerRows.NAMES.get((int) label));
        }

        String path = folder.resolve("pipeline").toString();
        fitted.save(path);
        fitted.write().overwrite().save(path);
        PipelineModel loaded = PipelineModel.load(path);
        assertThat(loaded.transform(input).collectAsList()).isEqualTo(predicted.collectAsList());
        NetworkTransformer again = (NetworkTransformer) loaded.stages()[2];
        assertThat(again.history()).isEqualTo(network.history());
        assertThat(again.getPredictedLabelCol()).isEqualTo("predictedSpecies");
        StructType read = input.schema().add("features", SQLDataTypes.VectorType());
        assertThat(again.transformSchema(read).fieldNames())
                .asList()
                .containsAtLeast("prediction", "probability", "predictedSpecies")
                .inOrder();
    }

    @Test
    void itTrainsAsOneMachineDoesAndPredictsTheBitsOfItsModel() {
        Dataset<Row> rows = FlowerRows.of(session, 150);
        List<Row> ordered = rows.collectAsList();
        float[][] features =
                ordered.stream().map(row -> floats(row.getAs("features"))).toArray(float[][]::new);
        int[] labels = ordered.stream()
                .mapToInt(row -> (int) row.<Double>getAs("label").doubleValue())
                .toArray();

        NetworkTransformer network = flowers()
                .setSeed(9)
                .setShuffle(false)
                .setHyperparameter("hidden.dropout", 0.3)
                .fit(rows);

        FlowersHyperparameters hyper = FlowersHyperparameters.defaults().withHidden(hidden -> hidden.withDropout(0.3));
        try (FlowersModel model = network.model(FlowersModel.class);
                FlowersModel alone = FlowersModel.create(
                        hyper, Settings.defaults().withSeed(9).withThreads(1, 0))) {
            alone.fit(
                    io.regulus.data.Dataset.of(features, labels),
                    Fit.epochs(8).batchSize(16).shuffle(false).verbose(false));
            for (String name : alone.weights().names()) {
                assertThat(model.weights().get(name))
                        .usingTolerance(1e-5)
                        .containsExactly(alone.weights().get(name))
                        .inOrder();
            }
            float[][] expected = model.predict(features);
            List<Row> predicted = network.transform(rows).collectAsList();
            for (int row = 0; row < expected.length; row++) {
                assertThat(floats(predicted.get(row).getAs("probability"))).isEqualTo(expected[row]);
            }
        }
    }

    @Test
    void crossValidationChoosesAmongHyperparameters() {
        Dataset<Row> rows = FlowerRows.of(session, 90);
        NetworkEstimator estimator = flowers();
        ParamMap[] grid = new ParamGridBuilder()
                .addGrid(estimator.hyperparameter("hidden.dropout"), new double[] {0, 0.95})
                .build();

        CrossValidatorModel validated = new CrossValidator()
                .setEstimator(estimator)
                .setEvaluator(new MulticlassClassificationEvaluator().setMetricName("accuracy"))
                .setEstimatorParamMaps(grid)
                .setNumFolds(2)
                .fit(rows);

        assertThat(validated.avgMetrics()[0]).isGreaterThan(validated.avgMetrics()[1]);
        NetworkTransformer best = (NetworkTransformer) validated.bestModel();
        NetworkEstimator parent = (NetworkEstimator) best.parent();
        assertThat(parent.getHyperparameter("hidden.dropout")).isEqualTo(0.0);
    }

    @Test
    void copiesShareWhatWasSentAndItIsRemovedWithTheLast() throws InterruptedException {
        Dataset<Row> rows = FlowerRows.of(session, 60);
        long id = predictedTwice(rows);
        BroadcastBlockId block = BroadcastBlockId.apply(id, "");
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (isKept(block) && System.nanoTime() < end) {
            System.gc();
            Thread.sleep(100);
        }
        assertThat(isKept(block)).isFalse();
    }

    /** The number of the broadcast, of which nothing is left to reach afterwards. */
    private static long predictedTwice(Dataset<Row> rows) {
        NetworkTransformer network = flowers().setEpochs(1).fit(rows);
        network.transform(rows).collectAsList();
        JavaSparkContext spark = new JavaSparkContext(session.sparkContext());
        long id = network.sent().in(spark).id();
        assertThat(isKept(BroadcastBlockId.apply(id, ""))).isTrue();
        NetworkTransformer copy = network.copy(ParamMap.empty()).setPredictionCol("other");
        copy.transform(rows).collectAsList();
        assertThat(copy.sent().in(spark).id()).isEqualTo(id);
        return id;
    }

    private static boolean isKept(BroadcastBlockId block) {
        return SparkEnv.get().blockManager().getStatus(block).isDefined();
    }

    private static float[] floats(Vector vector) {
        double[] values = vector.toArray();
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
