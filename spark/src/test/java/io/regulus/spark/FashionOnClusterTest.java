package io.regulus.spark;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.regulus.engine.Settings;
import io.regulus.files.IdxArray;
import io.regulus.files.IdxFiles;
import io.regulus.spark.cluster.TestCluster;
import io.regulus.train.Fit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** The network of the demo on two executors, from a Parquet file, is as good as alone. */
@Tag("heavy")
@EnabledForJreRange(
        max = JRE.JAVA_23,
        disabledReason = "Hadoop 3.4 calls Subject.getSubject, which JDK 24 has disabled")
class FashionOnClusterTest {
    private static final Path DATA =
            Path.of(System.getProperty("basedir", "."), "..", "..", "shared", "data", "fashion_mnist");
    private static final StructType SCHEMA =
            new StructType().add("features", DataTypes.BinaryType, false).add("label", DataTypes.IntegerType, false);
    private static final int PIXELS = 28 * 28;
    private static final int EPOCHS = 2;
    private static final int BATCH = 128;

    @TempDir
    Path disk;

    @Test
    void twoExecutorsAreAsGoodAsOneProcess() {
        assumeTrue(Files.isDirectory(DATA), "skipped: there is no Fashion-MNIST beside this checkout");
        try (JavaSparkContext spark = TestCluster.start(2, disk)) {
            SparkSession session =
                    SparkSession.builder().config(spark.getConf()).getOrCreate();
            String train = write(session, "train");
            String test = write(session, "t10k");
            NetworkEstimator estimator = new NetworkEstimator(FashionModel.class)
                    .setEpochs(EPOCHS)
                    .setBatchSize(BATCH)
                    .setThreads(1);
            Dataset<Row> held = session.read().parquet(test);
            double two = accuracy(estimator.setWorkers(2).fit(session.read().parquet(train)), held);
            double one = accuracy(estimator.setWorkers(1).fit(session.read().parquet(train)), held);
            double alone = alone();
            System.out.printf("accuracy: two executors %.4f, one %.4f, alone %.4f%n", two, one, alone);
            // the published accuracy of such a network after many epochs is 0.92; after two it is on its way
            assertThat(alone).isAtLeast(0.85);
            assertThat(two).isWithin(0.01).of(one);
            assertThat(two).isWithin(0.015).of(alone);
        }
    }

    private static double accuracy(NetworkTransformer net, Dataset<Row> rows) {
        Dataset<Row> predicted = net.transform(rows);
        return predicted.filter("prediction = label").count() / (double) rows.count();
    }

    private static double alone() {
        try (FashionModel model = FashionModel.create(Settings.defaults().withThreads(1, 0))) {
            model.fit(
                    IdxFiles.read(images("train"), labels("train")),
                    Fit.epochs(EPOCHS).batchSize(BATCH).verbose(false));
            return model.evaluate(IdxFiles.read(images("t10k"), labels("t10k"))).metric("accuracy");
        }
    }

    private static Path images(String part) {
        return DATA.resolve(part + "-images-idx3-ubyte.gz");
    }

    private static Path labels(String part) {
        return DATA.resolve(part + "-labels-idx1-ubyte.gz");
    }

    private String write(SparkSession session, String part) {
        IdxArray images = IdxFiles.readBytes(images(part));
        IdxArray labels = IdxFiles.readBytes(labels(part));
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < labels.data().length; row++) {
            byte[] pixels = Arrays.copyOfRange(images.data(), row * PIXELS, (row + 1) * PIXELS);
            rows.add(RowFactory.create(pixels, labels.data()[row] & 0xFF));
        }
        String folder = disk.resolve(part + ".parquet").toUri().toString();
        session.createDataFrame(rows, SCHEMA).repartition(3).write().parquet(folder);
        return folder;
    }
}
