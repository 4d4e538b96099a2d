package io.regulus.spark.cluster;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/** What the first worker brings back. No record: Spark's Kryo serializer, which a user may have chosen, cannot read records. */
final class WorkerResult implements Serializable {
    private static final long serialVersionUID = 1;

    private final TreeMap<String, byte[]> files;
    private final String history;

    /**
     * @param files of the model that was saved, by name
     * @param history as text
     */
    WorkerResult(Map<String, byte[]> files, String history) {
        this.files = new TreeMap<>(files);
        this.history = history;
    }

    Map<String, byte[]> files() {
        return files;
    }

    String history() {
        return history;
    }
}
