package io.regulus.spark;

import java.io.Serializable;
import java.lang.ref.WeakReference;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * A network that is sent to each executor once, however often, and by however many copies of a stage, it is predicted with. Spark removes
 * it from all machines when neither such a stage nor a data frame with its predictions can be reached any more: its {@code ContextCleaner}
 * waits for the end of the {@link Broadcast}. So nothing that Spark keeps may refer to this; the network that it is sent of does not.
 */
final class SentNetwork implements Serializable {
    private static final long serialVersionUID = 1;

    private final SavedNetwork network;
    private transient Broadcast<SavedNetwork> sent;
    private transient WeakReference<SparkContext> application;

    SentNetwork(SavedNetwork network) {
        this.network = network;
    }

    SavedNetwork network() {
        return network;
    }

    /** What the executors of an application have of it. */
    synchronized Broadcast<SavedNetwork> in(JavaSparkContext spark) {
        if (sent == null || application.get() != spark.sc()) {
            sent = spark.broadcast(network);
            application = new WeakReference<>(spark.sc());
        }
        return sent;
    }
}
