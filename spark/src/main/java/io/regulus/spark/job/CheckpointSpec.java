package io.regulus.spark.job;

import java.io.Serializable;

/**
 * The checkpoints of a run, on storage that every machine of the cluster reaches.
 *
 * @param folder URI or path of any file system that Hadoop knows, such as {@code hdfs:///runs/7} or {@code s3a://bucket/runs/7}; empty
 *     for no checkpoints
 * @param everySteps one after every so many steps, too; 0 for none between two epochs
 * @param everyEpochs one after every so many epochs, at least 1
 * @param keep how many are kept, at least 1
 */
public record CheckpointSpec(String folder, int everySteps, int everyEpochs, int keep) implements Serializable {
    private static final long serialVersionUID = 1;

    /** No checkpoints: a run that is started again begins anew. */
    public static final CheckpointSpec NONE = new CheckpointSpec("", 0, 1, 1);

    public CheckpointSpec {
        if (everySteps < 0 || everyEpochs < 1 || keep < 1) {
            throw new IllegalArgumentException("everySteps = " + everySteps + ", everyEpochs = " + everyEpochs
                    + ", keep = " + keep + ": must be at least 0, 1 and 1");
        }
    }

    /** Whether the run is kept. */
    public boolean on() {
        return !folder.isEmpty();
    }
}
