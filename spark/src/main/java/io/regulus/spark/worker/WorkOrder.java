package io.regulus.spark.worker;

import com.google.gson.Gson;
import io.regulus.spark.job.TrainingJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What one process is to do.
 *
 * @param rank its number, from 0
 * @param validated whether there are rows to validate on
 * @param mostBytes of the model that Spark can hand to the driver
 */
public record WorkOrder(TrainingJob job, int rank, boolean validated, long mostBytes) {
    private static final long MEGABYTE = 1 << 20;

    /** Writes it for the process that trains. */
    public void write(Path file) throws IOException {
        Files.writeString(file, new Gson().toJson(this));
    }

    static WorkOrder read(Path file) throws IOException {
        return new Gson().fromJson(Files.readString(file), WorkOrder.class);
    }

    /**
     * Does nothing where Spark can hand a model over.
     *
     * @param model its folder
     * @throws IllegalArgumentException if it is too large
     */
    void requireHandedOver(Path model) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(model)) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        if (bytes > mostBytes) {
            throw new IllegalArgumentException("the model, with the state of its optimizer, has " + bytes
                    + " bytes, and the driver takes " + mostBytes + " of a worker: set spark.driver.maxResultSize to "
                    + (bytes / MEGABYTE + 2)
                    + "m or more, and spark.driver.memory to several times that. Over 2 GB cannot be handed over");
        }
    }

    int workers() {
        return job.cluster().workers();
    }
}
