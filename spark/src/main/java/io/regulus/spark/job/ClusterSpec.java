package io.regulus.spark.job;

import io.regulus.engine.Device;
import java.io.Serializable;
import java.util.List;

/**
 * The processes that train.
 *
 * @param workers how many, at least 1; each needs a free slot of the cluster
 * @param averagedEvery 0 to add up gradients in every step; else the number of steps after which weights are averaged
 * @param threads of each process within one op; 0 leaves the choice to Regulus
 * @param device what each runs on
 * @param checkpoints where the run is kept; {@link CheckpointSpec#NONE} for nowhere
 * @param maxRestarts how often it is started again after a failure that need not repeat, at least 0
 * @param limits how long is waited
 * @param ports where the processes listen for each other
 * @param jvmOptions of each process, such as {@code -Xmx8g}
 */
public record ClusterSpec(
        int workers,
        int averagedEvery,
        int threads,
        Device device,
        CheckpointSpec checkpoints,
        int maxRestarts,
        Limits limits,
        PortRange ports,
        List<String> jvmOptions)
        implements Serializable {
    private static final long serialVersionUID = 1;

    public ClusterSpec {
        if (workers < 1) {
            throw new IllegalArgumentException("workers = " + workers + ": must be at least 1");
        }
        if (maxRestarts < 0) {
            throw new IllegalArgumentException("maxRestarts = " + maxRestarts + ": must be at least 0");
        }
    }
}
