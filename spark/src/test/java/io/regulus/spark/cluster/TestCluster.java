package io.regulus.spark.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** Spark on this machine, with executors that are processes of their own. */
public final class TestCluster {
    private TestCluster() {}

    /**
     * Starts it.
     *
     * @param executors each with one slot
     * @param disk where executors keep what they have
     */
    public static JavaSparkContext start(int executors, Path disk) {
        return context("local-cluster[" + executors + ",1,1024]", disk);
    }

    /** Starts it on a master. */
    public static JavaSparkContext context(String master, Path disk) {
        try {
            Files.createDirectories(Path.of(System.getenv("SPARK_HOME"), "jars"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new JavaSparkContext(new SparkConf()
                .setMaster(master)
                .setAppName("regulus-test")
                .set("spark.executor.extraClassPath", System.getProperty("java.class.path"))
                .set("spark.executor.memory", "512m")
                .set("spark.local.dir", disk.toString())
                // what a test has deleted does not come back
                .set("spark.shuffle.io.retryWait", "1s")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.ui.enabled", "false"));
    }
}
