package io.regulus.spark.cluster;

import java.util.List;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.util.CollectionAccumulator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.jdk.javaapi.CollectionConverters;

/** The epochs of an attempt, which come to the driver with the heartbeats of the first worker's executor, and are logged there. */
final class EpochLog {
    private static final Logger LOG = LoggerFactory.getLogger(EpochLog.class);

    private final CollectionAccumulator<String> epochs = new CollectionAccumulator<>();
    private int logged;

    EpochLog(SparkContext spark) {
        spark.register(epochs, "epochs");
    }

    /** What the first worker adds a line to. */
    CollectionAccumulator<String> epochs() {
        return epochs;
    }

    /** Logs what has come. */
    void take(SparkListenerExecutorMetricsUpdate heartbeat) {
        CollectionConverters.asJava(heartbeat.accumUpdates()).stream()
                .flatMap(task -> CollectionConverters.asJava(task._4()).stream())
                .filter(update -> update.id() == epochs.id())
                .map(AccumulableInfo::update)
                .filter(update -> update.isDefined() && update.get() instanceof List<?>)
                .forEach(update -> log((List<?>) update.get()));
    }

    /** Logs what came with the end. */
    void finish() {
        log(epochs.value());
    }

    private synchronized void log(List<?> all) {
        for (Object epoch : all.subList(Math.min(logged, all.size()), all.size())) {
            LOG.info("{}", epoch);
        }
        logged = Math.max(logged, all.size());
    }
}
