package io.regulus.spark.cluster;

import io.regulus.save.AtomicFolder;
import io.regulus.spark.worker.WorkFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.SparkEnv;

/** The disk of an executor that Spark was given for data. */
final class LocalDisk {
    private LocalDisk() {}

    /** A new folder for a worker; those of a machine are spread over its disks. */
    static WorkFolder folder(int rank) throws IOException {
        // as Spark looks for it: set by its own worker, by YARN, by the administrator, by the application
        String folders = Stream.of("SPARK_EXECUTOR_DIRS", "LOCAL_DIRS", "SPARK_LOCAL_DIRS")
                .map(System::getenv)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> SparkEnv.get().conf().get("spark.local.dir", System.getProperty("java.io.tmpdir")));
        String[] disks = folders.split("[," + File.pathSeparator + "]", -1);
        Path disk = Path.of(disks[rank % disks.length].strip());
        return new WorkFolder(Files.createTempDirectory(Files.createDirectories(disk), "regulus-worker-"));
    }

    /** Deletes it and what is in it. */
    static void delete(WorkFolder folder) throws IOException {
        AtomicFolder.deleteTree(folder.path());
    }
}
