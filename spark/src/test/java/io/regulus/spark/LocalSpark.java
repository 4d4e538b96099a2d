package io.regulus.spark;

import io.regulus.spark.cluster.TestCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.apache.spark.sql.SparkSession;

/** A session whose tasks run in the JVM of the tests, and its data. */
final class LocalSpark {
    private LocalSpark() {}

    /** Starts it with two slots. */
    static SparkSession start() {
        try {
            TestCluster.context("local[2]", Files.createTempDirectory("regulus-spark"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return SparkSession.builder()
                .config("spark.sql.shuffle.partitions", "2")
                .getOrCreate();
    }
}
