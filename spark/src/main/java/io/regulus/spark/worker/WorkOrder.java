package io.regulus.spark.worker;

import com.google.gson.Gson;
import io.regulus.spark.job.TrainingJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What one process is to do.
 *
 * @param rank its number, from 0
 * @param validated whether there are rows to validate on
 */
public record WorkOrder(TrainingJob job, int rank, boolean validated) {
    /** Writes it for the process that trains. */
    public void write(Path file) throws IOException {
        Files.writeString(file, new Gson().toJson(this));
    }

    static WorkOrder read(Path file) throws IOException {
        return new Gson().fromJson(Files.readString(file), WorkOrder.class);
    }

    int workers() {
        return job.cluster().workers();
    }
}
