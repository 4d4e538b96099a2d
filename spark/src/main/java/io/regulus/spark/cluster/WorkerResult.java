package io.regulus.spark.cluster;

import java.io.Serializable;
import java.util.Map;

/**
 * What the first worker brings back.
 *
 * @param files of the model that was saved, by name
 * @param history as text
 */
record WorkerResult(Map<String, byte[]> files, String history) implements Serializable {
    private static final long serialVersionUID = 1;
}
