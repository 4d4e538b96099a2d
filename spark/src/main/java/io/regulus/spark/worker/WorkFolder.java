package io.regulus.spark.worker;

import java.nio.file.Path;

/** The folder of one worker on the disk of its machine: what its two processes, that of Spark and that which trains, hand each other. */
public record WorkFolder(Path path) {
    /** What is to be done: {@link WorkOrder}. */
    public Path order() {
        return path.resolve("order.json");
    }

    /** The rows to train on, one after the other. */
    public Path rows() {
        return path.resolve("train.rows");
    }

    /** The rows to validate on. */
    public Path validationRows() {
        return path.resolve("validation.rows");
    }

    /** The checkpoints of this machine. */
    public Path checkpoints() {
        return path.resolve("checkpoints");
    }

    /** Those of them that are under way to the shared storage. */
    public Path outgoing() {
        return path.resolve("outgoing");
    }

    /** The model that was trained; of the first worker only. */
    public Path model() {
        return path.resolve("model");
    }

    /** The history of the training; of the first worker only. */
    public Path history() {
        return path.resolve("history.json");
    }

    /** Whatever the process that trains prints. */
    public Path log() {
        return path.resolve("log.txt");
    }
}
