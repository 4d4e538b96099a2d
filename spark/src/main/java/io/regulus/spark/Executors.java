package io.regulus.spark;

import org.apache.spark.api.java.JavaSparkContext;

/** The JVMs of an application that run tasks. */
final class Executors {
    private Executors() {}

    /** How many there are beside the driver; 1 where the driver runs the tasks itself. */
    static int count(JavaSparkContext spark) {
        return Math.max(1, spark.sc().statusTracker().getExecutorInfos().length - 1);
    }
}
